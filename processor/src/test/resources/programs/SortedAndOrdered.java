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

/** Collections whose order is their own keep it. */
// input: [2]
@Workflow
public class SortedAndOrdered {
  public String run(WorkflowContext ctx, int n) {
    TreeMap<String, Integer> sorted = new TreeMap<>(Map.of("b", 1, "a", 2));
    LinkedHashMap<String, Integer> linked = new LinkedHashMap<>();
    linked.put("z", 1);
    linked.put("y", 2);
    NavigableSet<Integer> set = new TreeSet<>(List.of(3, 1, 2));
    Deque<String> deque = new ArrayDeque<>(List.of("p", "q"));
    PriorityQueue<Integer> heap = new PriorityQueue<>(List.of(5, 4, 6));
    ctx.step(Steps::ping);
    sorted.put("aa", ctx.step(Steps::inc, n));
    linked.put("x", linked.remove("z"));
    set.add(ctx.step(Steps::inc, -1));
    deque.addFirst(ctx.step(Steps::text, "o"));
    heap.add(ctx.step(Steps::inc, 1));
    return sorted.firstKey() + sorted + linked + set.first() + set.headSet(3) + deque.pollLast() + deque + heap.poll() + heap.poll() + heap.size();
  }
}
