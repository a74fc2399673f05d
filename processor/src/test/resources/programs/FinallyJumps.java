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

/** Break and continue leave through the finally block. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyJumps {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    for (int i = 0; i < 5; i++) {
      try {
        out += i;
        if (i == n - 2) continue;
        if (i == n) {
          break;
        }
        out += ctx.step(Steps::inc, i);
      } finally {
        out += "f";
        ctx.step(Steps::note, out);
      }
      out += "b";
    }
    return out;
  }
}
