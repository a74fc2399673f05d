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

/** Sleeps as statements of all kinds of bodies. */
// input: [2]
@Workflow
public class SleepsEverywhere {
  public String run(WorkflowContext ctx, int n) {
    for (int i = 0; i < n; i++) ctx.sleep(Duration.ofMillis(i + ctx.step(Steps::inc, i)));
    if (n > 1) ctx.sleepUntil(ctx.now().plusSeconds(n));
    else ctx.sleep(Duration.ZERO);
    try {
      ctx.sleep(Duration.ofDays(n));
    } finally {
      ctx.sleep(Duration.ofHours(ctx.step(Steps::inc, n)));
    }
    switch (n) {
      case 2 -> ctx.sleep(Duration.ofSeconds(3));
      default -> {}
    }
    Instant then = ctx.now();
    ctx.sleepUntil(ctx.step(Steps::later, then, Duration.ofMinutes(1)));
    return Duration.between(then, ctx.now()).toString();
  }
}
