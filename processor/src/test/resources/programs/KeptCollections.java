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

/** The JDK collections keep their kind and order. */
// input: []
@Workflow
public class KeptCollections {
  public String run(WorkflowContext ctx) {
    TreeMap<String, Integer> tree = new TreeMap<>(Map.of("b", 1, "a", 2));
    Map<Integer, String> linked = new LinkedHashMap<>();
    linked.put(3, "c");
    linked.put(1, "a");
    Deque<Integer> deque = ctx.step(Steps::queue, 3);
    LinkedList<String> chain = new LinkedList<>(List.of("x", "y"));
    Set<Long> set = new TreeSet<>(List.of(5L, 2L));
    SortedMap<String, List<Set<Integer>>> deep = new TreeMap<>();
    deep.put("k", new ArrayList<>(List.of(new LinkedHashSet<>(List.of(2, 1)))));
    Queue<String> queue = new ArrayDeque<>(List.of("q"));
    EnumMap<Color, Integer> colors = new EnumMap<>(Map.of(Color.GREEN, 1));
    ctx.step(Steps::ping);
    tree.put("aa", 3);
    deque.addFirst(9);
    deque.addLast(8);
    chain.addFirst("w");
    set.add(3L);
    queue.offer("r");
    deep.get("k").get(0).add(0);
    ctx.step(Steps::ping);
    return tree + "" + tree.firstKey() + linked + deque + deque.pollLast() + chain.getFirst() + set + deep + queue.poll()
        + queue + colors;
  }
}
