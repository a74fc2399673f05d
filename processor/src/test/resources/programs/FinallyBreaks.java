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

/** A break in the finally block forgets a pending return and a failure. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyBreaks {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    while (true) {
      try {
        if (n < 2) {
          return "lost" + ctx.step(Steps::inc, n);
        }
        ctx.step(Steps::picky, n);
        out += "ok";
      } finally {
        out += ctx.step(Steps::text, "f");
        break;
      }
    }
    return out;
  }
}
