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

/** Returns without a value. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyVoid {
  public void run(WorkflowContext ctx, int n) throws Exception {
    for (int i = 0; i < 3; i++) {
      try {
        if (n == 1) return;
        if (n == 2) {
          Effects.log("two");
          return;
        }
        ctx.step(Steps::picky, n + i);
        if (ctx.step(Steps::odd, i)) {
          return;
        }
      } finally {
        ctx.step(Steps::note, "f" + i);
      }
    }
  }
}
