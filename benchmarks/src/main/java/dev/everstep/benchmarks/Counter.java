package dev.everstep.benchmarks;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;

/** As many steps as asked for, one after the other, with next to nothing in each. */
@Workflow
public class Counter {
  /** Returns the sum of what the steps returned. */
  public long run(WorkflowContext ctx, int steps) {
    long total = 0;
    for (int i = 0; i < steps; i++) {
      total += ctx.step(Ticks::tick, i);
    }
    return total;
  }
}
