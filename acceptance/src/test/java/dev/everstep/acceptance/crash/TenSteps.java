package dev.everstep.acceptance.crash;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import java.io.IOException;

/** Ten side effects in a row, each of which the next value depends on. */
@Workflow
public class TenSteps {
  static final int STEPS = 10;

  public long run(WorkflowContext ctx, int number) throws IOException {
    long value = number;
    for (int i = 0; i < STEPS; i++) {
      value = value * 31 + ctx.step(Effects::append, i, value);
    }
    return value;
  }

  /** Returns what a run without crashes returns. */
  static long expected(int number) {
    long value = number;
    for (int i = 0; i < STEPS; i++) {
      value = value * 31 + Effects.answer(i, value);
    }
    return value;
  }
}
