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

/** Jumps out of plain statements that have finally blocks of their own. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyLeafJumps {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    for (int i = 0; i < 4; i++) {
      try {
        ctx.step(Steps::note, "round " + i);
        try {
          if (i == n) break;
          if (i + 1 == n) continue;
          if (n == 5) return "five";
          switch (i) {
            case 2:
              if (n == 6) break;
              out += "s";
            default:
              out += "d";
          }
        } finally {
          out += "p";
          Effects.log("plain " + out);
        }
      } finally {
        out += "f";
        ctx.step(Steps::note, out);
      }
    }
    return out;
  }
}
