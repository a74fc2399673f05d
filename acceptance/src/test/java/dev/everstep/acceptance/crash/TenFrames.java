package dev.everstep.acceptance.crash;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import java.io.IOException;

/** The side effects of {@link TenSteps}, each in a frame of its own on top of those before. */
@Workflow
public class TenFrames {
  public long run(WorkflowContext ctx, int number) throws IOException {
    return after(ctx, 0, number);
  }

  private long after(WorkflowContext ctx, int index, long value) throws IOException {
    if (index == TenSteps.STEPS) {
      return value;
    }
    long more = value * 31 + ctx.step(Effects::append, index, value);
    return after(ctx, index + 1, more);
  }
}
