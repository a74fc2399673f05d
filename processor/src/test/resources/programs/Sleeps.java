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

/** Pauses, also in loops and in catch clauses, and the time after them. */
// input: [0]
// input: [3]
@Workflow
public class Sleeps {
  public String run(WorkflowContext ctx, int n) {
    String out = "" + ctx.now();
    ctx.sleep(Duration.ofMinutes(n));
    out += ctx.now();
    for (int i = 0; i < n; i++) {
      ctx.sleep(Duration.ofSeconds(ctx.step(Steps::inc, i)));
      out += i;
    }
    Instant deadline = ctx.now().plusSeconds(5);
    ctx.sleepUntil(deadline);
    try {
      ctx.step(Steps::positive, -n);
    } catch (IllegalArgumentException e) {
      ctx.sleep(Duration.ZERO);
      out += e.getMessage();
    }
    return out + deadline + ctx.now();
  }
}
