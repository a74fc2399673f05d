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

/** A try in a finally in a switch in a loop. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class TryInFinallyInSwitch {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    for (int i = 0; i < 4; i++) {
      switch (i) {
        case 0:
          try {
            if (n == 0) continue;
            out += ctx.step(Steps::picky, n + i);
          } catch (RefusedException e) {
            out += "R";
            break;
          } finally {
            try {
              out += ctx.step(Steps::picky, n);
            } catch (RefusedException e) {
              out += "r" + e.code();
            } finally {
              out += ctx.step(Steps::text, "f" + i);
            }
          }
        case 1:
          out += "|";
          break;
        default:
          try {
            out += i;
          } finally {
            if (ctx.step(Steps::odd, i + n)) break;
          }
          out += "!";
      }
      out += ",";
    }
    return out;
  }
}
