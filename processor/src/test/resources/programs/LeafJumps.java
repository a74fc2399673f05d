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

/** Statements without a step that jump out of what has one. */
// input: [1]
// input: [4]
// input: [6]
@Workflow
public class LeafJumps {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    outer:
    for (int i = 0; i < 5; i++) {
      out += ctx.step(Steps::inc, i);
      switch (i) {
        case 0:
          continue;
        case 1:
          for (int k = 0; k < 3; k++) {
            if (k == 2) continue outer;
            if (k == 1) continue;
            out += k;
          }
          break;
        case 3:
          if (n == 4) break outer;
          if (n == 6) return out + " six";
          break;
        default:
          out += "d";
      }
      try {
        if (i == 2) {
          continue outer;
        }
      } finally {
        out += "f";
      }
      while (true) {
        if (out.length() > 3) break;
        out += "w";
      }
      out += ctx.step(Steps::text, "t");
    }
    return out;
  }
}
