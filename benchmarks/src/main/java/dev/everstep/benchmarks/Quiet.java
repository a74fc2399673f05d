package dev.everstep.benchmarks;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;

/** As {@link Counter}, with a function that tells nobody: many runs at a time share it. */
@Workflow
public class Quiet {
  /** Returns the sum of what the steps returned. */
  public long run(WorkflowContext ctx, int steps) {
    long total = 0;
    for (int i = 0; i < steps; i++) {
      total += ctx.step(Quiet::same, i);
    }
    return total;
  }

  /** Returns its argument. */
  @Function
  public static int same(int i) {
    return i;
  }
}
