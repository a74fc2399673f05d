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

/** Wildcards as type arguments. */
// input: [2]
@Workflow
public class HelperGenericCaptures {
  public String run(WorkflowContext ctx, int n) {
    List<? extends Integer> numbers = new ArrayList<>(List.of(n, 5));
    Map<String, ? extends List<Integer>> index = ctx.step(Steps::index, List.of("a", "b", "a"));
    int last = last(ctx, numbers);
    List<Integer> places = last(ctx, new ArrayList<>(index.values()));
    return last + "" + places + size(ctx, numbers) + size(ctx, index.keySet());
  }

  private <T> T last(WorkflowContext ctx, List<T> all) {
    T last = all.get(all.size() - 1);
    ctx.step(Steps::ping);
    return last;
  }

  private int size(WorkflowContext ctx, Collection<?> of) {
    int size = of.size();
    ctx.step(Steps::ping);
    return size;
  }
}
