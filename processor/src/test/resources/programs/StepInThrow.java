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

/** Steps inside throw and return. */
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class StepInThrow {
  public boolean run(WorkflowContext ctx, int n) throws RefusedException {
    if (n == 1) {
      throw new RefusedException("x" + ctx.step(Steps::text, "t"), ctx.step(Steps::inc, n));
    }
    try {
      if (n == 2) {
        throw new IllegalStateException(ctx.step(Steps::text, "two"));
      }
    } catch (final IllegalStateException e) {
      throw new UnsupportedOperationException(ctx.step(Steps::text, e.getMessage()), e);
    }
    return n > 5 || ctx.step(Steps::odd, n) && !ctx.step(Steps::odd, n + 1);
  }
}
