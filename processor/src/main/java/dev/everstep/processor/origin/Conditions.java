package dev.everstep.processor.origin;

import dev.everstep.processor.model.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What decides on the way to a node: the choices between it and the node that every way to it goes
 * through, with the ways themselves. Ways that do not lead to it do not count, apart from those out
 * of a loop that it is the head of: they decide how often it is passed.
 */
final class Conditions {
  private final Program program;
  private final Function<Part, Value> effects;
  private final Predicate<Part> leaves;
  private final Map<Node, Value> values = new HashMap<>();
  private final Map<Node, List<Node.Edge>> arrivals = new HashMap<>();
  private final Map<Node, Optional<Value>> leaving = new HashMap<>();
  private final Map<Node, Value> choices = new HashMap<>();
  private final Map<Node, BitSet> before = new HashMap<>();
  private final Map<Node, Value> reached = new HashMap<>();
  private final Deque<Node> unreached = new ArrayDeque<>();
  private @Nullable List<Node> turning;
  private final List<Runnable> later = new ArrayList<>();
  private boolean complete;

  /**
   * Creates the conditions of a program.
   *
   * @param effects gives what statements do, once that is known
   * @param leaves says of statements whether they may leave the method
   */
  Conditions(Program program, Function<Part, Value> effects, Predicate<Part> leaves) {
    this.program = program;
    this.effects = effects;
    this.leaves = leaves;
  }

  /** Returns the conditions of a join. */
  Value at(Node join) {
    Value known = values.get(join);
    if (known != null) {
      return known;
    }
    return new Walk(join).value();
  }

  /** Returns the ways into a join, in the order of what decides. */
  List<Node.Edge> arrivals(Node join) {
    at(join);
    return arrivals.getOrDefault(join, List.of());
  }

  /**
   * Returns a value as code behind the loops sees it in which it was made: how often these ran is a
   * part of it.
   */
  Value leaving(Value value, Node at) {
    Value left = value;
    for (Map.Entry<Node, BitSet> loop : program.loops().entrySet()) {
      if (loop.getValue().get(value.home().number()) && !loop.getValue().get(at.number())) {
        Value after = Value.of("after loop", at);
        after.add(left);
        Node head = loop.getKey();
        if (complete) {
          after.add(at(head));
        } else {
          later.add(() -> after.add(at(head)));
        }
        left = after;
      }
    }
    return left;
  }

  /** Completes what was asked for before all effects were known. */
  void complete() {
    complete = true;
    for (int i = 0; i < later.size(); i++) {
      later.get(i).run();
    }
    later.clear();
  }

  /**
   * Returns the choice that a node makes, or all that it does if an exception is one of its ways.
   */
  Value choice(Node node, boolean mayThrow) {
    return mayThrow ? made(node, true) : choices.computeIfAbsent(node, one -> made(one, false));
  }

  private Value made(Node node, boolean mayThrow) {
    Value choice = Value.of("choice", node);
    for (Part part : node.parts()) {
      if (mayThrow || part.choice() || part.jumps()) {
        choice.add(effects.apply(part));
      }
    }
    Site site = node.block().resumes();
    if (mayThrow && node.isFirst() && site != null) {
      choice.add(Value.of("failure of " + site.id(), node));
    }
    return choice;
  }

  /**
   * Returns what decides whether a node is reached at all: the choices that could have led
   * elsewhere, and the statements before it that may leave the method. Of those that are not passed
   * on every way to it, what decides whether they are is a part.
   *
   * @param caught what the handlers were entered with that it stands behind
   */
  Value way(Node to, List<Value> caught) {
    List<Value> all = new ArrayList<>(caught);
    all.addAll(turned(to));
    while (!unreached.isEmpty()) {
      Node node = unreached.pop();
      turned(node).forEach(reached(node)::add);
    }
    return Value.set("way", to, all);
  }

  private List<Value> turned(Node to) {
    BitSet before = before(to);
    List<Value> all = new ArrayList<>();
    for (Node node : turning()) {
      if (before.get(node.number())) {
        List<Value> here = new ArrayList<>();
        turns(node, before).ifPresent(here::add);
        if (leaving(node) != null) {
          here.add(leaving(node));
        }
        if (!here.isEmpty() && !program.dominates(node, to)) {
          here.add(reached(node));
          all.add(Value.of("at times", node, here));
        } else {
          all.addAll(here);
        }
      }
    }
    return all;
  }

  /** Returns what decides whether a node is reached; {@link #way} says it later. */
  private Value reached(Node node) {
    return reached.computeIfAbsent(
        node,
        one -> {
          unreached.push(one);
          return Value.set("reached", one, List.of());
        });
  }

  /** Returns the nodes from which one can be reached. */
  private BitSet before(Node to) {
    Node above = program.dominator(to);
    while (above != program.entry() && !before.containsKey(above)) {
      above = program.dominator(above);
    }
    // What reaches a node that is always passed first reaches this one.
    BitSet reaching = (BitSet) before.getOrDefault(above, new BitSet()).clone();
    Deque<Node> back = new ArrayDeque<>(List.of(to));
    while (!back.isEmpty()) {
      Node node = back.pop();
      if (!reaching.get(node.number())) {
        reaching.set(node.number());
        for (Node.Edge edge : node.in()) {
          back.push(edge.from());
        }
      }
    }
    before.put(to, reaching);
    return reaching;
  }

  /** Returns the nodes behind which code may go on elsewhere, or not at all. */
  private List<Node> turning() {
    if (turning == null) {
      turning =
          program.order().stream()
              .filter(
                  node ->
                      leaving(node) != null
                          || node.out().size() > 1
                              && node.parts().stream()
                                  .anyMatch(part -> part.choice() || part.jumps()))
              .toList();
    }
    return turning;
  }

  /** Returns what a node does if it may leave the method; else null. */
  private @Nullable Value leaving(Node node) {
    return leaving
        .computeIfAbsent(
            node,
            one -> {
              List<Value> effective = one.parts().stream().filter(leaves).map(effects).toList();
              return effective.isEmpty()
                  ? Optional.empty()
                  : Optional.of(Value.of("may leave", one, effective));
            })
        .orElse(null);
  }

  /** Returns the choice of a node of which some ways lead on, and some do not. */
  private Optional<Value> turns(Node node, BitSet before) {
    boolean leaves = false;
    for (Node.Edge edge : node.out()) {
      leaves |= !edge.thrown() && !before.get(edge.to().number());
    }
    if (!leaves) {
      return Optional.empty();
    }
    StringBuilder ways = new StringBuilder("turns");
    for (Node.Edge edge : node.out()) {
      ways.append(before.get(edge.to().number()) ? " on" : " off");
    }
    return Optional.of(Value.of(ways.toString(), node, List.of(choice(node, false))));
  }

  /** One join. */
  private final class Walk {
    private final Node join;
    private final Node start;
    private final BitSet region = new BitSet();
    private final boolean loop;
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final StringBuilder shape = new StringBuilder();
    private final List<Node.Edge> arriving = new ArrayList<>();

    Walk(Node join) {
      this.join = join;
      this.start = program.dominator(join);
      Deque<Node> back = new ArrayDeque<>();
      join.in().forEach(edge -> back.push(edge.from()));
      while (!back.isEmpty()) {
        Node node = back.pop();
        if (!region.get(node.number())) {
          region.set(node.number());
          if (node != start) {
            node.in().forEach(edge -> back.push(edge.from()));
          }
        }
      }
      this.loop = region.get(join.number());
    }

    Value value() {
      Value value = Value.of("", join);
      // What it is made of may lead here again.
      Value handle = Value.of("conditions", join, List.of(value));
      values.put(join, handle);
      number(start);
      if (loop) {
        number(join);
      }
      List<Value> operands = new ArrayList<>();
      while (!open.isEmpty()) {
        write(open.remove(), operands);
      }
      Value shaped = Value.of(shape.toString(), join, operands);
      handle.operands().set(0, shaped);
      arrivals.put(join, arriving);
      return handle;
    }

    private int number(Node node) {
      Integer known = numbers.get(node);
      if (known != null) {
        return known;
      }
      numbers.put(node, numbers.size());
      open.add(node);
      return numbers.size() - 1;
    }

    private void write(Node node, List<Value> operands) {
      List<Node.Edge> ways = ways(node);
      shape.append(numbers.get(node)).append(':');
      boolean thrown = false;
      for (Node.Edge way : ways) {
        thrown |= way.thrown();
        shape.append(way.thrown() ? " throws " : " ").append(target(way));
      }
      shape.append(';');
      operands.add(ways.size() > 1 ? choice(node, thrown) : Value.of("no choice", node));
    }

    /** Returns the ways that count. */
    private List<Node.Edge> ways(Node node) {
      return node.out().stream()
          .filter(edge -> leads(edge) || loop && !edge.thrown() && node.out().size() > 1)
          .toList();
    }

    private boolean leads(Node.Edge edge) {
      return edge.to() == join || edge.to() != start && region.get(edge.to().number());
    }

    /** Writes where a way goes; nodes with one way only are passed over. */
    private String target(Node.Edge way) {
      Node.Edge at = way;
      for (int i = 0; i <= program.size(); i++) {
        if (at.to() == join) {
          arriving.add(at);
          return "here";
        }
        if (!leads(at)) {
          return "out";
        }
        List<Node.Edge> next = ways(at.to());
        if (next.size() != 1 || numbers.containsKey(at.to())) {
          break;
        }
        at = next.get(0);
      }
      return String.valueOf(number(at.to()));
    }
  }
}
