package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** What is returned is converted to the method's type. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class ReturnConversions {
  public double run(WorkflowContext ctx, int n) {
    switch (n) {
      case 0: return ctx.step(Steps::inc, n);
      case 1: return ctx.step(Steps::next, 'a');
      case 2: return ctx.step(Steps::odd, n) ? 1 : ctx.step(Steps::twice, (long) n);
      default:
        try {
          return ctx.step(Steps::third, 9f);
        } finally {
          ctx.step(Steps::ping);
        }
    }
  }
}
