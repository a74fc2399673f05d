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

/** Lambdas as arguments, used before a step only. */
// input: [3]
@Workflow
public class HelperFunctions {
  public String run(WorkflowContext ctx, int n) {
    int plus = n;
    return "" + apply(ctx, x -> x + plus, n) + apply(ctx, n > 2 ? Math::abs : x -> -x, -n) + build(ctx, ArrayList::new, n)
        + apply(ctx, Function.identity(), 4);
  }

  private int apply(WorkflowContext ctx, Function<Integer, Integer> function, int n) {
    int applied = function.apply(n);
    return ctx.step(Steps::inc, applied);
  }

  private <T, L extends List<T>> L build(WorkflowContext ctx, Supplier<L> supplier, T one) {
    L made = supplier.get();
    made.add(one);
    ctx.step(Steps::ping);
    made.add(one);
    return made;
  }
}
