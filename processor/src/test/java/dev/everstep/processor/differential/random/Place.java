package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Helper.Room;
import dev.everstep.processor.differential.random.Names.Use;
import dev.everstep.processor.differential.random.Names.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The place of a program that is being written: chance, the names in scope, what may stand. */
final class Place {
  private final Random random;
  private final Names names;
  private final @Nullable Kind result;
  private final Room room;
  private final List<Helper> helpers;
  private final Deque<Target> targets = new ArrayDeque<>();
  private int left;
  private int depth;

  /** Above zero where a step cannot stand; counts nested places. */
  private int leaf;

  /** Above zero inside a lambda, which sees only locals that nobody assigns. */
  private int lambda;

  /** Above zero inside a switch expression, which only an exception leaves. */
  private int value;

  /** Above zero inside of finally blocks. */
  private int last;

  /** Above zero inside of try statements. */
  private int attempts;

  /**
   * Creates the place of a method's body.
   *
   * @param statements about how many it will have
   * @param result its type, or null for void
   * @param room where the method stands
   * @param helpers durable methods that it may call
   */
  Place(Random random, int statements, @Nullable Kind result, Room room, List<Helper> helpers) {
    this.random = random;
    this.result = result;
    this.room = room;
    this.helpers = List.copyOf(helpers);
    this.names = new Names(random);
    this.left = statements;
  }

  /**
   * Where a jump may go.
   *
   * @param label its label, or null
   * @param form what it is
   * @param last the finally blocks around it
   */
  private record Target(@Nullable String label, Form form, int last) {
    enum Form {
      LOOP,
      SWITCH,
      BLOCK
    }
  }

  /**
   * A jump.
   *
   * @param code the statement, without semicolon
   * @param leavesFinally whether it ends a finally block
   */
  record Jump(String code, boolean leavesFinally) {}

  /** Returns the durable methods that can be called here. */
  List<Helper> helpers() {
    return leaf > 0 ? List.of() : helpers;
  }

  /** Returns where the method stands. */
  Room room() {
    return room;
  }

  Names names() {
    return names;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns true once in a number of times. */
  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** Returns the locals of a kind that can be read here. */
  List<Variable> known(Kind kind) {
    return known(one -> one.kind() == kind);
  }

  List<Variable> known(Predicate<Variable> which) {
    return names.visible().stream()
        .filter(which)
        .filter(
            one -> lambda == 0 || one.use() == Use.CAPTURED && !Kind.MUTABLE.contains(one.kind()))
        .toList();
  }

  /** Returns the locals that can be assigned here. */
  List<Variable> assignable(Predicate<Variable> which) {
    return lambda > 0
        ? List.of()
        : names.visible().stream().filter(which).filter(one -> one.use() == Use.ASSIGNED).toList();
  }

  boolean isLeaf() {
    return leaf > 0;
  }

  boolean isLambda() {
    return lambda > 0;
  }

  boolean isLast() {
    return last > 0;
  }

  boolean isAttempt() {
    return attempts > 0;
  }

  /** Counts a statement. */
  void spend() {
    left--;
  }

  boolean isOver() {
    return left <= 0;
  }

  /** Returns whether statements may hold others here. */
  boolean nests() {
    return depth < 5 && left > 0;
  }

  /** Writes code in a scope of its own. */
  <T> T inside(Supplier<T> code) {
    names.open();
    depth++;
    try {
      return code.get();
    } finally {
      depth--;
      names.close();
    }
  }

  /** Writes code that holds no step. */
  <T> T leaf(Supplier<T> code) {
    leaf++;
    try {
      return code.get();
    } finally {
      leaf--;
    }
  }

  /** Writes the body of a lambda. */
  <T> T captured(Supplier<T> code) {
    lambda++;
    try {
      return leaf(code);
    } finally {
      lambda--;
    }
  }

  <T> T last(Supplier<T> code) {
    last++;
    try {
      return code.get();
    } finally {
      last--;
    }
  }

  <T> T attempt(Supplier<T> code) {
    attempts++;
    try {
      return code.get();
    } finally {
      attempts--;
    }
  }

  /** Writes code of a switch expression. */
  <T> T value(Supplier<T> code) {
    List<Target> outer = List.copyOf(targets);
    targets.clear();
    names.fresh();
    value++;
    try {
      return code.get();
    } finally {
      value--;
      names.known();
      targets.addAll(outer);
    }
  }

  <T> T loop(String label, Supplier<T> code) {
    return target(new Target(label, Target.Form.LOOP, last), code);
  }

  <T> T labelled(String label, Supplier<T> code) {
    return target(new Target(label, Target.Form.BLOCK, last), code);
  }

  <T> T choice(Supplier<T> code) {
    return target(new Target(null, Target.Form.SWITCH, last), code);
  }

  private <T> T target(Target target, Supplier<T> code) {
    targets.push(target);
    try {
      return code.get();
    } finally {
      targets.pop();
    }
  }

  /** Returns the type of what the method returns, or null if it returns nothing. */
  @Nullable Kind result() {
    return result;
  }

  boolean returns() {
    return value == 0;
  }

  /** Returns the jumps that are possible here, but for return and throw. */
  List<Jump> jumps() {
    List<Jump> all = new ArrayList<>();
    boolean breaks = true;
    boolean continues = true;
    for (Target target : targets) {
      boolean leaves = target.last < last;
      boolean loop = target.form == Target.Form.LOOP;
      if (breaks && (loop || target.form == Target.Form.SWITCH)) {
        all.add(new Jump("break", leaves));
      }
      if (continues && loop) {
        all.add(new Jump("continue", leaves));
      }
      if (target.label != null) {
        all.add(new Jump("break " + target.label, leaves));
      }
      if (target.label != null && loop) {
        all.add(new Jump("continue " + target.label, leaves));
      }
      breaks &= target.form == Target.Form.BLOCK;
      continues &= target.form == Target.Form.BLOCK || target.form == Target.Form.SWITCH;
    }
    return all;
  }
}
