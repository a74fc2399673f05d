package dev.everstep.engine.sample;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls itself; machines: {@link Descent_run} and {@link Descent_descend}. */
@Workflow
public class Descent {
  public List<String> run(WorkflowContext ctx, int depth) {
    List<String> seen = new ArrayList<>();
    try {
      seen.add("depth " + descend(ctx, depth, seen));
    } catch (IOException | StackOverflowError e) {
      seen.add("caught " + e.getMessage());
    }
    ctx.sleep(Duration.ZERO);
    return seen;
  }

  private int descend(WorkflowContext ctx, int depth, List<String> seen) throws IOException {
    seen.add(ctx.step(Work::handle, "d" + depth));
    if (depth == 0) {
      return 0;
    }
    int below = descend(ctx, depth - 1, seen);
    seen.add("up " + depth);
    return below + 1;
  }
}
