package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Two helpers that call each other. */
// input: [5]
// input: [0]
// input: [8]
@Workflow
public class HelperMutual {
  public String run(WorkflowContext ctx, int n) {
    return even(ctx, n) + " " + odd(ctx, n);
  }

  private boolean even(WorkflowContext ctx, int n) {
    return n == 0 || ctx.step(Steps::odd, n + 1) | odd(ctx, n - 1);
  }

  private boolean odd(WorkflowContext ctx, int n) {
    return n != 0 && even(ctx, n - 1);
  }
}
