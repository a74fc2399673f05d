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

/** Conditions and updates with steps around a try with finally. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyInLoopHead {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    int i = 0;
    do {
      try {
        if (ctx.step(Steps::odd, i)) {
          continue;
        }
        out += i;
        for (int k = 0; k < ctx.step(Steps::inc, 0); k = ctx.step(Steps::inc, k)) {
          if (n == i) {
            break;
          }
          out += "k";
        }
      } finally {
        i++;
        ctx.step(Steps::note, out);
      }
    } while (ctx.step(Steps::inc, i) < 5);
    return out;
  }
}
