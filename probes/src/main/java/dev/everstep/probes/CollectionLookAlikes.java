package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Collections whose order is fixed, or does not matter. */
@Durable
public final class CollectionLookAlikes {
  private CollectionLookAlikes() {}

  @LookAlike(why = "insertion order")
  public static String linked(WorkflowContext ctx) {
    Map<Colour, Integer> stock = new LinkedHashMap<>();
    stock.put(Colour.GREEN, 1);
    stock.put(Colour.RED, 2);
    StringBuilder line = new StringBuilder();
    for (Map.Entry<Colour, Integer> entry : stock.entrySet()) {
      line.append(entry.getKey()).append(entry.getValue());
    }
    return line.toString();
  }

  @LookAlike(why = "sorted")
  public static String tree(WorkflowContext ctx) {
    Map<String, Integer> stock = new TreeMap<>(Comparator.reverseOrder());
    stock.put("a", 1);
    stock.put("b", 2);
    return stock.keySet().iterator().next();
  }

  @LookAlike(why = "the order of the constants")
  public static String enumMap(WorkflowContext ctx) {
    Map<Colour, String> names = new EnumMap<>(Colour.class);
    names.put(Colour.RED, "r");
    names.put(Colour.GREEN, "g");
    return String.join("", names.values()) + EnumSet.allOf(Colour.class).iterator().next();
  }

  @LookAlike(why = "hash codes of strings are specified")
  public static String byText(WorkflowContext ctx) {
    Map<String, Integer> stock = new HashMap<>();
    stock.put("apple", 3);
    stock.put("pear", 5);
    stock.merge("apple", 1, Integer::sum);
    StringBuilder line = new StringBuilder();
    stock.forEach((name, pieces) -> line.append(name).append(pieces));
    return line.append(stock.get("pear")).toString();
  }

  @LookAlike(why = "hash codes of numbers are specified")
  public static int byNumber(WorkflowContext ctx) {
    Set<Integer> seen = new HashSet<>(List.of(30, 10, 20));
    int hash = 0;
    for (int number : seen) {
      hash = 31 * hash + number;
    }
    return hash;
  }

  @LookAlike(why = "asked, never iterated")
  public static boolean contains(WorkflowContext ctx) {
    Set<Colour> sold = new HashSet<>();
    sold.add(Colour.RED);
    return sold.contains(Colour.RED) && !sold.contains(Colour.BLUE) && sold.size() == 1;
  }

  @LookAlike(why = "a concurrent map of one thread, with keys of specified hash codes")
  public static int concurrent(WorkflowContext ctx) {
    Map<String, Integer> words = new ConcurrentHashMap<>();
    for (String word : "to be or not to be".split(" ")) {
      words.merge(word, 1, Integer::sum);
    }
    return words.get("be") + words.size();
  }

  @LookAlike(why = "a sequential stream keeps the order of its source")
  public static List<Integer> stream(WorkflowContext ctx) {
    return IntStream.rangeClosed(1, 10).boxed().filter(n -> n % 2 == 0).map(n -> n * n).toList();
  }

  @LookAlike(why = "grouped by text into a sorted map")
  public static String grouped(WorkflowContext ctx) {
    return Stream.of("apple", "pear", "avocado")
        .collect(Collectors.groupingBy(name -> name.charAt(0), TreeMap::new, Collectors.counting()))
        .toString();
  }

  @LookAlike(why = "grouped by text into a hash map, hash codes of which are specified")
  public static Map<String, List<String>> groupedByText(WorkflowContext ctx) {
    return Stream.of("apple", "pear", "avocado")
        .collect(Collectors.groupingBy(name -> name.substring(0, 1)));
  }

  @LookAlike(why = "a stable sort")
  public static List<String> sorted(WorkflowContext ctx) {
    List<String> names = new ArrayList<>(List.of("bb", "a", "cc"));
    names.sort(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    return names;
  }

  @LookAlike(why = "polled in order, not iterated")
  public static int polled(WorkflowContext ctx) {
    PriorityQueue<Integer> due = new PriorityQueue<>(List.of(5, 1, 4));
    Deque<Integer> done = new ArrayDeque<>();
    while (!due.isEmpty()) {
      done.push(due.poll());
    }
    return done.pop();
  }

  @LookAlike(why = "arrays have one order")
  public static String arrays(WorkflowContext ctx) {
    int[] prices = {30, 10, 20};
    Arrays.sort(prices);
    return Arrays.toString(prices) + Arrays.hashCode(prices);
  }

  @LookAlike(why = "lists that cannot change keep their order")
  public static String lists(WorkflowContext ctx) {
    return String.join(",", List.of("c", "a", "b")) + List.copyOf(List.of(1, 2));
  }
}
