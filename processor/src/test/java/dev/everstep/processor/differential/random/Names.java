package dev.everstep.processor.differential.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The locals that a place of a generated program sees. Names are used again in sibling scopes. */
final class Names {
  private static final List<String> POOL =
      List.of("a", "b", "c", "x", "pc", "f", "self", "t1", "run", "in", "op", "result", "value");

  private static final List<String> TYPES = List.of("Part", "Held", "Note");

  private final Deque<List<Variable>> scopes = new ArrayDeque<>();
  private final Deque<Set<String>> types = new ArrayDeque<>();
  private final Set<String> used = new HashSet<>();
  private final Random random;
  private int made;
  private int fresh;

  /**
   * A local.
   *
   * @param name its name
   * @param kind its type
   * @param use what the program may do with it
   * @param again whether another local had the name before
   */
  record Variable(String name, Kind kind, Use use, boolean again) {}

  /** What a program may do with a local, besides reading it. */
  enum Use {
    /** Assign to it. */
    ASSIGNED,

    /** Capture it in a lambda; nobody assigns to it. */
    CAPTURED,

    /** Nothing: a loop counts with it. */
    COUNTER
  }

  Names(Random random) {
    this.random = random;
    open();
  }

  void open() {
    scopes.push(new ArrayList<>());
    types.push(new HashSet<>());
  }

  void close() {
    scopes.pop();
    types.pop();
  }

  /** Gives new locals names that are used once, until {@link #known}. */
  void fresh() {
    fresh++;
  }

  /** Ends {@link #fresh}. */
  void known() {
    fresh--;
  }

  /** Returns a new local of the innermost scope. */
  Variable declare(Kind kind, Use use) {
    return add(free(), kind, use);
  }

  /** Returns a new local with a name that is used once; a pattern's reaches beyond its scope. */
  Variable declareUnique(Kind kind, Use use) {
    return add(label(), kind, use);
  }

  private Variable add(String name, Kind kind, Use use) {
    Variable added = new Variable(name, kind, use, !used.add(name));
    scopes.element().add(added);
    return added;
  }

  private String free() {
    // What a switch expression declares must not be named as the local that the value is for.
    for (int tries = fresh > 0 ? 4 : 0; tries < 4; tries++) {
      String name = POOL.get(random.nextInt(POOL.size()));
      if (!isVisible(name)) {
        return name;
      }
    }
    return label();
  }

  /** Returns the name of a new type of the innermost scope. */
  String type() {
    String name = TYPES.get(random.nextInt(TYPES.size()));
    String free = types.stream().anyMatch(scope -> scope.contains(name)) ? "Type" + label() : name;
    types.element().add(free);
    return free;
  }

  /** Returns a name that nothing has. */
  String label() {
    made++;
    return "v" + made;
  }

  boolean isVisible(String name) {
    return visible().stream().anyMatch(one -> one.name().equals(name));
  }

  List<Variable> visible() {
    return scopes.stream().flatMap(List::stream).toList();
  }
}
