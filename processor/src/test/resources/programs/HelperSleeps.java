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

/** Helpers that sleep and use the context. */
// input: [2]
@Workflow
public class HelperSleeps {
  public String run(WorkflowContext ctx, int n) {
    Instant start = ctx.now();
    pause(ctx, Duration.ofSeconds(n));
    int first = draw(ctx);
    return Duration.between(start, ctx.now()) + " " + first + draw(ctx) + ctx.runId();
  }

  private void pause(WorkflowContext ctx, Duration by) {
    ctx.sleep(by);
    ctx.sleepUntil(ctx.now().plus(by));
  }

  private int draw(WorkflowContext ctx) {
    int drawn = ctx.random().nextInt(1000);
    ctx.step(Steps::ping);
    return drawn + ctx.random().nextInt(1000);
  }
}
