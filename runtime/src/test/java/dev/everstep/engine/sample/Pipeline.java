package dev.everstep.engine.sample;

import dev.everstep.StepOutputTooLargeException;
import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A workflow whose machine, {@link Pipeline_run}, is written by hand, so that the engine's tests do
 * not need the compiler.
 */
@Workflow
public class Pipeline {
  public List<String> run(WorkflowContext ctx, List<String> items, Duration pause) {
    List<String> done = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      try {
        done.add(ctx.step(Work::handle, items.get(i)));
      } catch (IOException | StepOutputTooLargeException e) {
        done.add("caught " + e.getMessage());
      }
    }
    ctx.sleep(pause);
    done.add("end " + ctx.random().nextInt(1000));
    return done;
  }
}
