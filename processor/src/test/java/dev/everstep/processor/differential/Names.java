package dev.everstep.processor.differential;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** The locals that a place of a generated program sees. Names are used again in sibling scopes. */
final class Names {
  private static final List<String> POOL =
      List.of("a", "b", "c", "x", "pc", "f", "self", "t1", "run", "in", "op", "result", "value");

  private final Deque<List<Variable>> scopes = new ArrayDeque<>();
  private final Random random;
  private int made;

  /**
   * A local.
   *
   * @param name its name
   * @param kind its type
   * @param use what the program may do with it
   */
  record Variable(String name, Kind kind, Use use) {}

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
  }

  void close() {
    scopes.pop();
  }

  /** Returns a new local of the innermost scope. */
  Variable declare(Kind kind, Use use) {
    Variable made = new Variable(free(), kind, use);
    scopes.element().add(made);
    return made;
  }

  private String free() {
    for (int tries = 0; tries < 4; tries++) {
      String name = POOL.get(random.nextInt(POOL.size()));
      if (visible().stream().noneMatch(one -> one.name().equals(name))) {
        return name;
      }
    }
    made++;
    return "v" + made;
  }

  /** Returns a name that is not that of a local, for a label. */
  String label() {
    made++;
    return "l" + made;
  }

  List<Variable> visible() {
    return scopes.stream().flatMap(List::stream).toList();
  }

  List<Variable> of(Kind kind) {
    return visible().stream().filter(one -> one.kind() == kind).toList();
  }
}
