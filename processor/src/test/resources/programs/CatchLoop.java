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

/** Failures in a loop, left by continue, break and return. */
// input: [2]
// input: [5]
// input: [7]
// input: [12]
@Workflow
public class CatchLoop {
  public String run(WorkflowContext ctx, int n) throws RefusedException {
    String out = "";
    for (int i = 1; i < n; i++) {
      try {
        if (i == 8) {
          break;
        }
        out += ctx.step(Steps::picky, i) + " ";
        if (i == 4) continue;
        out += "a";
      } catch (RefusedException e) {
        out += ctx.step(Steps::text, e.getMessage());
        if (e.code() == 6) {
          return out + " six";
        }
        continue;
      } catch (IllegalArgumentException e) {
        out += e.getMessage();
      }
      out += "b";
    }
    return out + ctx.step(Steps::picky, n);
  }
}
