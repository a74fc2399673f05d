package dev.everstep.engine.sample;

import dev.everstep.StepInterruptedException;
import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;

/** Calls a function that must not be called again after a crash; machine: {@link Once_run}. */
@Workflow
public class Once {
  public String run(WorkflowContext ctx, String item) throws Exception {
    try {
      return ctx.step(Work::once, item);
    } catch (StepInterruptedException e) {
      return ctx.step(Work::slow, "instead of " + item);
    }
  }
}
