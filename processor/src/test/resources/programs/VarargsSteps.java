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

/** Steps among the variable arguments of plain calls. */
// input: [1]
// input: [2]
@Workflow
public class VarargsSteps {
  static String all(Object... parts) {
    return parts == null ? "none" : parts.length + Arrays.toString(parts);
  }

  static int sum(int... parts) {
    return Arrays.stream(parts).sum();
  }

  static String named(String name, String... parts) {
    return name + String.join("/", parts);
  }

  public String run(WorkflowContext ctx, int n) {
    String out = all(1, ctx.step(Steps::text, "a"), null, ctx.step(Steps::inc, n));
    out += all() + all(ctx.step(Steps::inc, n)) + all((Object[]) ctx.step(Steps::parts, "x,y"));
    out += all((Object) ctx.step(Steps::parts, "x").length);
    out += sum(n, ctx.step(Steps::inc, n), ctx.step(Steps::low, 3), ctx.step(Steps::next, 'a')) + sum() + sum(ctx.step(Steps::ints, 3));
    out += named(ctx.step(Steps::text, "n")) + named("m", ctx.step(Steps::text, "p"), ctx.step(Steps::text, "q"));
    out += String.format("%s-%d-%5.2f", ctx.step(Steps::text, "f"), ctx.step(Steps::inc, n), ctx.step(Steps::half, (double) 5));
    return out + List.of(ctx.step(Steps::inc, 1), 2, ctx.step(Steps::inc, 2)) + Arrays.asList(ctx.step(Steps::parts, "u,v"));
  }
}
