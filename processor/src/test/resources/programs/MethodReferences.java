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

/** References to methods of live locals, before and after steps. */
// input: [1]
@Workflow
public class MethodReferences {
  public String run(WorkflowContext ctx, int n) {
    List<String> out = new ArrayList<>();
    List<String> words = ctx.step(Steps::words, "b,a,c");
    words.forEach(out::add);
    ctx.step(Steps::ping);
    words.stream().map(String::toUpperCase).forEach(out::add);
    Comparator<String> order = Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder());
    words.sort(order);
    String prefix = ctx.step(Steps::text, "p");
    out.addAll(words.stream().map(prefix::concat).toList());
    Function<Integer, int[]> make = int[]::new;
    Supplier<List<String>> empty = ArrayList::new;
    out.add(make.apply(n).length + "" + empty.get());
    Map<String, Integer> counts = new TreeMap<>();
    for (String word : words) {
      counts.merge(word, ctx.step(Steps::inc, word.length()), Integer::sum);
    }
    counts.replaceAll((k, v) -> v + out.size());
    int high = ctx.step(Steps::inc, 4);
    BiFunction<Integer, Integer, Integer> max = Math::max;
    return out + "" + counts + max.apply(n, high) + words.stream().mapToInt(String::length).sum();
  }
}
