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

/** A variable number of arguments. */
// input: [3]
@Workflow
public class HelperVarargs {
  public String run(WorkflowContext ctx, int n) {
    return join(ctx, "a") + join(ctx, "b", "x") + join(ctx, "c", "x", ctx.step(Steps::text, "y"), "z" + n)
        + join(ctx, "d", new String[] {"p", "q"}) + join(ctx, "e", (String[]) null)
        + sum(ctx, 1, n, 'a') + sum(ctx) + list(ctx, 1, 2) + list(ctx, "s");
  }

  private String join(WorkflowContext ctx, String first, String... more) {
    ctx.step(Steps::ping);
    return first + Arrays.toString(more) + more(ctx, more);
  }

  private String more(WorkflowContext ctx, String[] all) {
    return ctx.step(Steps::text, all == null ? "null" : "" + all.length);
  }

  private long sum(WorkflowContext ctx, long... all) {
    long sum = 0;
    for (long one : all) {
      sum += ctx.step(Steps::twice, one);
    }
    return sum;
  }

  @SafeVarargs
  private static <T> List<T> list(WorkflowContext ctx, T... all) {
    List<T> made = new ArrayList<>(Arrays.asList(all));
    ctx.step(Steps::ping);
    return made;
  }
}
