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

/** Labelled jumps out of two finally blocks, and out of a block that is no loop. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyLabels {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    outer:
    for (int i = 0; i < 3; i++) {
      try {
        done:
        {
          for (int k = 0; k < 3; k++) {
            try {
              out += i + "" + k;
              if (n == 1) continue outer;
              if (n == 2 && k == 1) break outer;
              if (n == 3) break done;
              if (n == 4 && k == i) continue;
              if (n == 5 && i == 1) return out + ctx.step(Steps::text, "r");
              if (n == 6) ctx.step(Steps::picky, 6);
              out += ctx.step(Steps::inc, k);
            } finally {
              out += "x";
              ctx.step(Steps::note, "inner " + out.length());
            }
          }
          out += "-";
        }
        out += "d";
      } finally {
        out += "y";
        ctx.step(Steps::note, "outer " + out.length());
      }
    }
    return out + "end";
  }
}
