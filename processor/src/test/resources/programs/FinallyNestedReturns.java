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

/** An inner return that is forgotten leaves the outer one as it was. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyNestedReturns {
  public int run(WorkflowContext ctx, int n) throws Exception {
    try {
      return ctx.step(Steps::inc, n);
    } finally {
      lost:
      {
        try {
          if (n > 1) {
            return 1000 + ctx.step(Steps::inc, n);
          }
          ctx.step(Steps::picky, n);
        } finally {
          if (n != 4) {
            ctx.step(Steps::note, "forget");
            break lost;
          }
        }
      }
      ctx.step(Steps::note, "end " + n);
    }
  }
}
