package dev.everstep.processor.differential.random;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a program shows around a step, or between two. */
final class Mix {
  private final Set<Construct> around = EnumSet.noneOf(Construct.class);

  /** Where a construct first stands behind a step, in the order of the text. */
  private final Map<Construct, Integer> behind = new HashMap<>();

  private int steps;

  /** Reads a part; returns whether it suspends. */
  boolean read(Node node) {
    for (Construct one : node.shows()) {
      if (steps > 0) {
        behind.putIfAbsent(one, steps);
      }
    }
    boolean suspends = node.suspends();
    for (Node part : node.parts()) {
      suspends |= read(part);
    }
    steps += node.suspends() ? 1 : 0;
    if (suspends) {
      around.addAll(node.shows());
    }
    return suspends;
  }

  Set<String> shown() {
    Set<String> all = new TreeSet<>();
    for (Construct one : Construct.values()) {
      boolean between = behind.containsKey(one) && behind.get(one) < steps;
      if (one.isBetween() ? between : around.contains(one)) {
        all.add(one.name());
      }
    }
    return all;
  }
}
