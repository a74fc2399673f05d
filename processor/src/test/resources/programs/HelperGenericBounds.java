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

/** Bounded type parameters, inferred and written. */
// input: [3]
@Workflow
public class HelperGenericBounds {
  public String run(WorkflowContext ctx, int n) {
    int most = most(ctx, List.of(n, 9, 4));
    String last = this.<String>most(ctx, List.of("b", "z", "c"));
    LocalDate day = most(ctx, List.of(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, n)));
    List<Integer> none = empty(ctx);
    none.add(n);
    Map<String, List<Integer>> map = single(ctx, last, none);
    map.get("z").add(most);
    return most + last + day + none + map + HelperGenericBounds.<Color>empty(ctx).size();
  }

  private <T extends Comparable<? super T>> T most(WorkflowContext ctx, List<T> all) {
    T most = all.get(0);
    for (T one : all) {
      if (one.compareTo(most) > 0) {
        ctx.step(Steps::note, "more");
        most = one;
      }
    }
    return most;
  }

  private static <T> List<T> empty(WorkflowContext ctx) {
    List<T> made = new ArrayList<>();
    ctx.step(Steps::ping);
    return made;
  }

  private <K, V> Map<K, V> single(WorkflowContext ctx, K key, V value) {
    ctx.step(Steps::ping);
    Map<K, V> map = new LinkedHashMap<>();
    map.put(key, value);
    ctx.step(Steps::ping);
    return map;
  }
}
