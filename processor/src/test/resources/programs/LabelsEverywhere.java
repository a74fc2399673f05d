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

/** Labels named as variables, on every kind of statement. */
// input: [0]
// input: [1]
// input: [4]
@Workflow
public class LabelsEverywhere {
  public String run(WorkflowContext ctx, int n) {
    int x = n;
    String out = "";
    x: for (int i = 0; i < 3; i++) {
      y: do {
        out: while (true) {
          if (ctx.step(Steps::inc, x++) % 4 == 0) continue x;
          if (x % 5 == 0) break y;
          if (x > 12) break x;
          z: if (ctx.step(Steps::odd, x)) {
            out += x;
            break z;
          } else {
            continue y;
          }
          break out;
        }
        out += "w";
      } while (x % 3 != 0);
      out += ";";
    }
    a: x = ctx.step(Steps::inc, x);
    b: return out + x;
  }
}
