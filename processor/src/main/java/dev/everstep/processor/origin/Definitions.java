package dev.everstep.processor.origin;

import dev.everstep.processor.lower.Block;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import dev.everstep.processor.text.TypeText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What each variable, and each group of objects that may be the same, is at each place: a walk down
 * the dominator tree, with a value of its own at each join where several may arrive.
 */
final class Definitions {
  private final Program program;
  private final Mutability mutability;
  private final Map<String, String> members;
  private final Map<Integer, String> callees;
  private final List<Variable> parameters;
  private final Map<Node, Map<Object, Value>> joins = new HashMap<>();
  private final Map<Value, Map<Node.Edge, Value>> arriving = new LinkedHashMap<>();
  private final Map<Object, Deque<Value>> now = new HashMap<>();
  private final Map<Part, Value> effects = new IdentityHashMap<>();
  private final Map<Integer, Value> results = new HashMap<>();
  private final Map<Node, Value> thrown = new HashMap<>();
  private final Map<Integer, Map<Variable, Value>> live = new HashMap<>();
  private final Map<Integer, List<Value>> arguments = new HashMap<>();
  private final Map<Part, Set<Object>> changed = new IdentityHashMap<>();
  private final Conditions conditions;

  /**
   * Finds all.
   *
   * @param members what the names of the file's plain members stand for
   * @param callees what the durable methods do that are called
   * @param wanted the variables that are of interest at each suspension point
   */
  Definitions(
      Program program,
      Mutability mutability,
      List<Variable> parameters,
      Map<String, String> members,
      Map<Integer, String> callees,
      Function<Site, List<Variable>> wanted) {
    this.program = program;
    this.mutability = mutability;
    this.parameters = parameters;
    this.members = members;
    this.callees = callees;
    this.conditions = new Conditions(program, this::effect, part -> part.leaves(members.keySet()));
    place();
    walk(wanted);
    conditions.complete();
    join();
    catchAll();
  }

  Conditions conditions() {
    return conditions;
  }

  /** Returns what a variable is where a point suspends. */
  Value live(Site site, Variable variable) {
    return live.getOrDefault(site.ordinal(), Map.of()).get(variable);
  }

  /** Returns what is given to a step or durable method; what an inline step captures. */
  List<Value> arguments(Site site) {
    return arguments.getOrDefault(site.ordinal(), List.of());
  }

  /** Returns what a statement does, once {@link #walk} was there. */
  Value effect(Part part) {
    Value effect = effects.get(part);
    if (effect == null) {
      throw new IllegalStateException("not reached: " + part.codes());
    }
    return effect;
  }

  // Joins

  private void place() {
    Map<Object, Set<Node>> homes = new LinkedHashMap<>();
    for (Node node : program.order()) {
      for (Part part : node.parts()) {
        for (Object key : keys(part)) {
          homes.computeIfAbsent(key, one -> new LinkedHashSet<>()).add(node);
        }
      }
    }
    Map<Node, Set<Node>> frontiers = frontiers();
    homes.forEach(
        (key, nodes) -> {
          Deque<Node> open = new ArrayDeque<>(nodes);
          while (!open.isEmpty()) {
            for (Node join : frontiers.getOrDefault(open.pop(), Set.of())) {
              if (joins.computeIfAbsent(join, one -> new LinkedHashMap<>()).get(key) == null) {
                joins.get(join).put(key, Value.of("join", join));
                open.push(join);
              }
            }
          }
        });
  }

  /** Returns the variables and objects that a statement may change. */
  private Set<Object> keys(Part part) {
    Set<Object> keys = new LinkedHashSet<>(part.assigned());
    keys.addAll(changed(part));
    return keys;
  }

  private Set<Object> changed(Part part) {
    return changed.computeIfAbsent(part, mutability::changed);
  }

  private Map<Node, Set<Node>> frontiers() {
    Map<Node, Set<Node>> frontiers = new HashMap<>();
    for (Node join : program.order()) {
      if (join.in().size() < 2) {
        continue;
      }
      Node stop = program.dominator(join);
      for (Node.Edge edge : join.in()) {
        Node at = edge.from();
        while (at != stop) {
          frontiers.computeIfAbsent(at, one -> new LinkedHashSet<>()).add(join);
          at = program.dominator(at);
        }
      }
    }
    return frontiers;
  }

  // The walk

  private void walk(Function<Site, List<Variable>> wanted) {
    Map<Node, List<Node>> below = new HashMap<>();
    for (Node node : program.order()) {
      if (node != program.entry()) {
        below.computeIfAbsent(program.dominator(node), one -> new ArrayList<>()).add(node);
      }
    }
    for (int i = 0; i < parameters.size(); i++) {
      Variable parameter = parameters.get(i);
      push(
          parameter,
          Value.of("parameter " + i + " " + TypeText.of(parameter.type()), program.entry()));
    }
    Deque<Runnable> open = new ArrayDeque<>();
    open.push(() -> enter(program.entry(), below, open, wanted));
    while (!open.isEmpty()) {
      open.pop().run();
    }
  }

  private void enter(
      Node node,
      Map<Node, List<Node>> below,
      Deque<Runnable> open,
      Function<Site, List<Variable>> wanted) {
    Map<Object, Integer> pushed = new HashMap<>();
    joins.getOrDefault(node, Map.of()).forEach((key, value) -> push(key, value, pushed));
    for (Part part : node.parts()) {
      // What an assignment that throws was to change is as it was; of others, nobody knows.
      if (part.sets() != null) {
        arrive(node, true);
      }
      run(part, node, pushed, wanted);
      if (part.sets() == null) {
        arrive(node, true);
      }
    }
    if (node.parts().isEmpty()) {
      arrive(node, true);
    }
    arrive(node, false);
    open.push(() -> pushed.forEach((key, count) -> pop(key, count)));
    List<Node> next = below.getOrDefault(node, List.of());
    for (int i = next.size() - 1; i >= 0; i--) {
      Node child = next.get(i);
      open.push(() -> enter(child, below, open, wanted));
    }
  }

  private void arrive(Node node, boolean thrown) {
    for (Node.Edge edge : node.out()) {
      if (edge.thrown() == thrown) {
        joins
            .getOrDefault(edge.to(), Map.of())
            .forEach(
                (key, join) ->
                    arriving
                        .computeIfAbsent(join, one -> new HashMap<>())
                        .put(edge, current(key, node)));
      }
    }
  }

  private void push(Object key, Value value) {
    now.computeIfAbsent(key, one -> new ArrayDeque<>()).push(value);
  }

  private void push(Object key, Value value, Map<Object, Integer> pushed) {
    push(key, value);
    pushed.merge(key, 1, Integer::sum);
  }

  private void pop(Object key, int count) {
    for (int i = 0; i < count; i++) {
      now.get(key).pop();
    }
  }

  /** Returns what something is at a place, without what it holds. */
  private Value current(Object key, Node at) {
    Deque<Value> values = now.get(key);
    return values == null || values.isEmpty()
        ? Value.of("nothing yet", program.entry())
        : conditions.leaving(values.element(), at);
  }

  /** Returns what a variable is at a place, with the state of the objects that it leads to. */
  private Value content(Variable variable, Node at) {
    Value value = current(variable, at);
    Object objects = mutability.objects(variable);
    return objects == null ? value : Value.of("object", at, List.of(value, current(objects, at)));
  }

  private void run(
      Part part, Node node, Map<Object, Integer> pushed, Function<Site, List<Variable>> wanted) {
    Site site = part.suspends();
    if (site != null) {
      arguments.put(site.ordinal(), given(part, site, node));
    }
    Value effect = effect(part, node);
    effects.put(part, effect);
    Set<Variable> assigned = part.assigned();
    int number = 0;
    for (Variable variable : assigned) {
      Value value = Value.of("out " + number++ + " " + TypeText.of(variable.type()), node);
      value.add(effect);
      push(variable, value, pushed);
    }
    for (Object objects : changed(part)) {
      push(objects, Value.of("changed", node, List.of(effect)), pushed);
    }
    if (site != null) {
      Map<Variable, Value> at = new LinkedHashMap<>();
      wanted.apply(site).forEach(variable -> at.put(variable, content(variable, node)));
      live.put(site.ordinal(), at);
      results
          .computeIfAbsent(site.ordinal(), one -> Value.of(label(site), node))
          .operands()
          .addAll(arguments(site));
    }
  }

  private Value effect(Part part, Node node) {
    PartText.Template text = PartText.of(part.codes(), members);
    // A durable method gets the objects themselves, and may change them.
    Site suspends = part.suspends();
    String callee = suspends == null ? "" : callees.getOrDefault(suspends.ordinal(), "");
    Value effect = Value.of(text.text() + callee, node);
    for (Variable variable : text.variables()) {
      boolean blank =
          variable == part.certain()
              && part.codes().stream().noneMatch(code -> reads(code, variable));
      effect.add(blank ? Value.of("assigned", node) : content(variable, node));
    }
    if (text.takes()) {
      Site site = node.block().resumes();
      effect.add(site == null ? Value.of("taken", node) : result(site, node));
    }
    if (text.catches()) {
      effect.add(caught(node));
    }
    return effect;
  }

  private static boolean reads(Code code, Variable variable) {
    return code.pieces().stream()
        .anyMatch(
            piece ->
                piece instanceof Piece.Read read && read.variable() == variable
                    || piece instanceof Piece.Update update && update.variable() == variable
                    || piece instanceof Piece.Capture capture && capture.variable() == variable);
  }

  private List<Value> given(Part part, Site site, Node node) {
    List<Value> given = new ArrayList<>();
    if (site.call() instanceof Site.Inline inline) {
      inline.captures().forEach(captured -> given.add(content(captured, node)));
    }
    for (Code code : part.codes()) {
      PartText.Template text = PartText.of(List.of(code), members);
      Value value = Value.of(text.text(), node);
      text.variables().forEach(variable -> value.add(content(variable, node)));
      if (text.takes() && node.block().resumes() != null) {
        value.add(result(node.block().resumes(), node));
      }
      if (text.catches()) {
        value.add(caught(node));
      }
      given.add(value);
    }
    return given;
  }

  /** Returns what arrives from a point; its arguments are added where it suspends. */
  private Value result(Site site, Node at) {
    Value result = results.computeIfAbsent(site.ordinal(), one -> Value.of(label(site), at));
    return conditions.leaving(result, at);
  }

  private String label(Site site) {
    boolean helper = site.call() instanceof Site.Helper; // It may have been renamed.
    String what = "result of " + site.id() + " " + (helper ? "" : site.shown());
    if (site.call() instanceof Site.Inline inline) {
      return what + " " + PartText.inline(inline, members);
    }
    return what + " " + callees.getOrDefault(site.ordinal(), "");
  }

  /** Returns what a handler is entered with: that depends on all that may throw. */
  private Value caught(Node at) {
    Node handler = at;
    while (handler != program.entry() && handler.in().stream().noneMatch(Node.Edge::thrown)) {
      handler = program.dominator(handler);
    }
    return thrown(handler);
  }

  private Value thrown(Node handler) {
    return thrown.computeIfAbsent(handler, one -> Value.of("thrown", one));
  }

  // What is known at the end of the walk

  private void join() {
    arriving.forEach(
        (join, values) -> {
          join.add(conditions.at(join.home()));
          for (Node.Edge edge : conditions.arrivals(join.home())) {
            Value value = values.get(edge);
            join.add(value == null ? Value.of("nothing yet", program.entry()) : value);
          }
        });
  }

  private void catchAll() {
    thrown.forEach(this::fill);
  }

  private void fill(Node handler, Value value) {
    for (Node.Edge edge : handler.in()) {
      if (edge.thrown()) {
        edge.from().parts().forEach(part -> value.add(effect(part)));
        failure(edge.from(), value);
      }
    }
  }

  /** A step's failure is thrown where its block goes on. */
  private void failure(Node node, Value value) {
    Block block = node.block();
    if (node.isFirst() && block.resumes() != null) {
      Value result = results.get(block.resumes().ordinal());
      if (result != null) {
        value.add(result);
      }
    }
  }

  /** Returns what the handlers that a node stands behind were entered with. */
  List<Value> caughtAbove(Node node) {
    List<Value> all = new ArrayList<>();
    for (Node at = node; ; at = program.dominator(at)) {
      if (program.isHandler(at)) {
        Value value = thrown.get(at);
        if (value == null) {
          value = thrown(at);
          fill(at, value);
        }
        all.add(value);
      }
      if (at == program.entry()) {
        return all;
      }
    }
  }
}
