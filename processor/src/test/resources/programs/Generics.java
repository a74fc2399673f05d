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

/** Wildcards and bounded types. */
// input: [2]
@Workflow
public class Generics {
  public String run(WorkflowContext ctx, int n) {
    List<? extends Number> numbers = n > 5 ? List.of(1L) : new ArrayList<>(List.of(n, 4));
    Map<String, ? extends List<Integer>> index = ctx.step(Steps::index, List.of("a", "b"));
    ctx.step(Steps::ping);
    Iterable<Integer> all = index.get("b");
    int sum = numbers.get(0).intValue();
    for (int one : all) {
      sum += ctx.step(Steps::inc, one);
    }
    for (Number number : new ArrayList<Number>(numbers)) {
      sum += number.intValue();
    }
    return "" + sum + Collections.<String>emptyList() + Optional.<Integer>empty().map(one -> one + 1);
  }
}
