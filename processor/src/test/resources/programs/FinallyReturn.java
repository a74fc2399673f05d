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

/** What is returned is fixed before the finally block changes it. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyReturn {
  public int run(WorkflowContext ctx, int n) throws Exception {
    int x = n;
    try {
      if (n > 4) {
        return x + ctx.step(Steps::picky, n);
      }
      if (n > 2) return x;
      x = ctx.step(Steps::inc, x);
    } finally {
      x += 100;
      ctx.step(Steps::note, "x " + x);
    }
    return x;
  }
}
