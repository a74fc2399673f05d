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

/** A continue in the finally block forgets a pending break, return or failure. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyContinues {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    for (int i = 0; i < 4; i++) {
      try {
        if (i == n) break;
        if (i == n - 1) return out;
        out += ctx.step(Steps::picky, i);
      } finally {
        ctx.step(Steps::note, "f" + i);
        if (i < 3) {
          continue;
        }
        out += "last";
      }
      out += "b";
    }
    return out;
  }
}
