package dev.everstep.processor.describe;

import dev.everstep.processor.identity.Baseline;
import dev.everstep.processor.identity.Fingerprints;
import dev.everstep.processor.json.JsonWriter;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Terminator;
import dev.everstep.processor.migrate.Hook;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.DurableMethod;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import dev.everstep.processor.origin.Origins;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Describes a compiled workflow, format 1; docs/step-graph.md explains each field.
 *
 * <pre>{@code
 * { "format": 1, "kind": "workflow", "workflow": "Research", "class": "app.Research",
 *   "machine": "app.Research$run", "source": "Research.java",
 *   "methods": [
 *     { "name": "run", "machine": "app.Research$run", "line": 12,
 *       "parameters": [ { "name": "url", "type": "java.lang.String" } ],
 *       "result": "app.Summary", "segment": "1f0c6d1b5a7e9d42",
 *       "next": [ "step:Articles.fetch" ],
 *       "points": [
 *         { "id": "step:Articles.fetch", "index": 1, "kind": "step", "line": 14, "column": 22,
 *           "function": "Articles.fetch",
 *           "arguments": [ { "name": "url", "type": "java.lang.String" } ],
 *           "result": "java.lang.String", "call": "5b2f01a1f5ccd0a7", "live": [],
 *           "segment": "0d9a1be7c35f2e64", "next": [ "step:Articles.summarize" ] } ],
 *       "retired": [ { "id": "sleep", "index": 2, "call": "77aa10c2f3b4d5e6" } ] } ],
 *   "types": { "app.Summary": { "kind": "record", "fields": [ ... ] } }
 * }
 * }</pre>
 *
 * <p>The entry is the first of the methods, and its machine the one to load; durable methods
 * follow, named as their frames are stored. A class with durable methods alone has the kind {@code
 * durable} and neither {@code workflow} nor {@code machine}. A point of kind {@code call} has the
 * {@code callee}'s class and method. {@code next} holds the points that may come next, and {@code
 * end} if the method may return. Points are in the order of the source. A point has a {@code name},
 * what its id begins with, where the id has a number. {@code removed} lists methods of the baseline
 * that are gone, with their retired points; it is left out if there are none. So is {@code
 * migrations}, which names the user's methods that bring earlier frames to points of now.
 */
public final class Descriptor {
  private final Method described;
  private final Body body;
  private final Flow flow;
  private final Frame frame;
  private final TypeTexts types;

  private Descriptor(Method method, TypeTexts types) {
    this.described = method;
    this.body = method.body();
    this.flow = method.flow();
    this.frame = method.frame();
    this.types = types;
  }

  /**
   * A compiled method.
   *
   * @param machine the binary name of the generated class
   * @param retired points that it had in earlier versions
   */
  public record Method(
      Body body,
      Flow flow,
      Frame frame,
      String machine,
      Fingerprints fingerprints,
      Origins origins,
      List<Baseline.Point> retired) {
    /** Copies the list. */
    public Method {
      retired = List.copyOf(retired);
    }

    /** Returns the same with how its stored values are made, and what they were called. */
    public Method with(Origins other, Frame renamed) {
      return new Method(body, flow, renamed, machine, fingerprints, other, retired);
    }
  }

  /**
   * Returns the descriptor's path among the class files: the stored name of a workflow, which the
   * runtime looks for, or the qualified name of a class with durable methods.
   */
  public static String path(TypeElement type, String name) {
    return "META-INF/everstep/"
        + (DurableMethod.isShared(type) ? type.getQualifiedName() : name)
        + ".json";
  }

  /** Returns the descriptor of a class without migrations. */
  public static String write(
      String workflowClass, List<Method> methods, List<Baseline.Method> removed) {
    return write(workflowClass, methods, removed, List.of());
  }

  /** Returns the text of a variable's type, as a descriptor of these methods has it. */
  public static String type(Variable variable, List<Method> methods) {
    return new TypeTexts(methods).of(variable.type());
  }

  /**
   * Returns the descriptor.
   *
   * @param workflowClass its binary name
   * @param methods the entry first
   * @param removed methods of earlier versions
   * @param hooks migrate frames of earlier versions
   */
  public static String write(
      String workflowClass, List<Method> methods, List<Baseline.Method> removed, List<Hook> hooks) {
    Method entry = methods.get(0);
    TypeTexts types = new TypeTexts(methods);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", 1);
    if (DurableMethod.isShared(entry.body().element())) {
      root.put("kind", "durable");
      root.put("class", workflowClass);
    } else {
      root.put("kind", "workflow");
      root.put("workflow", entry.body().workflow());
      root.put("class", workflowClass);
      root.put("machine", entry.machine());
    }
    root.put("source", entry.body().sourceFile());
    root.put("methods", methods.stream().map(one -> new Descriptor(one, types).method()).toList());
    if (!removed.isEmpty()) {
      root.put("removed", removed.stream().map(Descriptor::removed).toList());
    }
    if (!hooks.isEmpty()) {
      root.put("migrations", hooks.stream().map(hook -> migration(hook, types)).toList());
    }
    root.put("types", TypeGraph.of(methods, types));
    return JsonWriter.write(root);
  }

  private static Map<String, Object> migration(Hook hook, TypeTexts types) {
    Map<String, Object> migration = new LinkedHashMap<>();
    migration.put("method", hook.method().storedName());
    migration.put("from", hook.from());
    migration.put("to", hook.to());
    migration.put("by", hook.element().getSimpleName().toString());
    if (hook.chained()) {
      migration.put("chained", true);
    }
    migration.put("takes", typed(hook.takes(), types));
    List<Hook.Value> arguments = hook.takesArguments();
    if (arguments != null) {
      migration.put("arguments", typed(arguments, types));
    }
    migration.put("gives", hook.locals());
    if (hook.arguments() != null) {
      migration.put("givesArguments", hook.arguments());
    }
    return migration;
  }

  private static List<Object> typed(List<Hook.Value> values, TypeTexts types) {
    List<Object> all = new ArrayList<>();
    for (Hook.Value value : values) {
      Map<String, Object> one = types.typed(value.name(), value.type());
      if (!value.former().isEmpty()) {
        one.put("former", value.former());
      }
      all.add(one);
    }
    return all;
  }

  private static Map<String, Object> removed(Baseline.Method method) {
    Map<String, Object> removed = new LinkedHashMap<>();
    removed.put("name", method.name());
    removed.put("retired", method.retired().stream().map(Descriptor::retired).toList());
    return removed;
  }

  private static Map<String, Object> retired(Baseline.Point point) {
    Map<String, Object> retired = new LinkedHashMap<>();
    retired.put("id", point.id());
    if (!point.traits().name().equals(point.id())) {
      retired.put("name", point.traits().name());
    }
    retired.put("index", point.index());
    retired.put("call", point.traits().call());
    return retired;
  }

  private Map<String, Object> method() {
    Map<String, Object> method = new LinkedHashMap<>();
    method.put("name", body.method().storedName());
    if (!body.former().isEmpty()) {
      method.put("former", body.former());
    }
    if (!body.method().typeParameters().isEmpty()) {
      method.put(
          "typeParameters",
          body.method().typeParameters().stream()
              .map(one -> one.getSimpleName().toString())
              .toList());
    }
    method.put("machine", described.machine());
    method.put("line", body.place().line());
    method.put("parameters", variables(body.parameters()));
    method.put("result", types.of(body.result()));
    method.put("segment", described.fingerprints().entry());
    method.put("next", next(flow.blocks().get(0)));
    method.put("points", body.sites().stream().map(this::point).toList());
    method.put("retired", described.retired().stream().map(Descriptor::retired).toList());
    return method;
  }

  private List<Object> variables(List<Variable> variables) {
    List<Object> all = new ArrayList<>();
    for (Variable variable : variables) {
      all.add(types.typed(frame.storedName(variable), variable.type()));
    }
    return all;
  }

  private Map<String, Object> point(Site site) {
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("id", site.id());
    if (!site.name().equals(site.id())) {
      point.put("name", site.name());
    }
    point.put("index", site.index());
    point.put("kind", site.call().kind());
    point.put("line", site.place().line());
    point.put("column", site.column());
    Origins.Point origin = described.origins().at(site);
    if (site.call() instanceof Site.Function function) {
      point.put("function", function.name());
      point.put("arguments", arguments(function.arguments(), origin));
      point.put("result", types.of(function.result()));
    } else if (site.call() instanceof Site.Inline inline) {
      point.put("function", inline.name());
      point.put(
          "arguments",
          arguments(
              inline.captures().stream()
                  .map(one -> new Site.Argument(one.name(), one.type()))
                  .toList(),
              origin));
      point.put("result", types.of(inline.result()));
    } else if (site.call() instanceof Site.Helper helper) {
      Map<String, Object> callee = new LinkedHashMap<>();
      callee.put("class", helper.method().owner().getQualifiedName().toString());
      callee.put("method", helper.method().storedName());
      point.put("callee", callee);
      if (!helper.typeArguments().isEmpty()) {
        point.put("typeArguments", helper.typeArguments().stream().map(types::of).toList());
      }
      point.put("arguments", arguments(named(helper), origin));
    } else if (!origin.arguments().isEmpty()) {
      point.put("made", origin.arguments().get(0));
    }
    point.put("call", described.fingerprints().calls().get(site.ordinal() - 1));
    point.put("way", origin.way());
    point.put("live", live(site, origin));
    point.put("segment", described.fingerprints().segments().get(site.ordinal() - 1));
    for (Block block : flow.blocks()) {
      if (site.equals(block.resumes())) {
        point.put("next", next(block));
      }
    }
    return point;
  }

  private static List<Site.Argument> named(Site.Helper helper) {
    List<Site.Argument> all = new ArrayList<>();
    List<? extends VariableElement> declared =
        helper.method().element().getParameters().stream()
            .filter(one -> !DurableMethod.isContext(one))
            .toList();
    for (int i = 0; i < helper.parameters().size(); i++) {
      all.add(
          new Site.Argument(
              declared.get(i).getSimpleName().toString(), helper.parameters().get(i)));
    }
    return all;
  }

  private List<Object> arguments(List<Site.Argument> arguments, Origins.Point origin) {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Map<String, Object> one = types.typed(arguments.get(i).name(), arguments.get(i).type());
      if (i < origin.arguments().size()) {
        one.put("made", origin.arguments().get(i));
      }
      all.add(one);
    }
    return all;
  }

  private List<Object> live(Site site, Origins.Point origin) {
    List<Object> all = new ArrayList<>();
    for (Variable variable : frame.live(site)) {
      Map<String, Object> one = types.typed(frame.storedName(variable), variable.type());
      if (origin.live().containsKey(variable)) {
        one.put("made", origin.live().get(variable));
      }
      if (!frame.former(variable).isEmpty()) {
        one.put("former", frame.former(variable));
      }
      all.add(one);
    }
    return all;
  }

  private List<String> next(Block from) {
    Set<Integer> points = new TreeSet<>();
    boolean ends = false;
    Set<Block> seen = new HashSet<>();
    Deque<Block> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Block block = open.pop();
      if (!seen.add(block)) {
        continue;
      }
      ends |= block.codes().stream().anyMatch(Descriptor::returns);
      Set<Block> successors = new LinkedHashSet<>(block.successors(flow.labels()));
      if (block.end() instanceof Terminator.Suspend suspend) {
        points.add(suspend.site().ordinal());
        successors.remove(suspend.resume());
      }
      if (block.handler() != null) {
        successors.add(block.handler());
      }
      open.addAll(successors);
    }
    List<String> ids = new ArrayList<>();
    points.forEach(ordinal -> ids.add(body.sites().get(ordinal - 1).id()));
    if (ends) {
      ids.add("end");
    }
    return ids;
  }

  private static boolean returns(Code code) {
    return code.pieces().stream().anyMatch(Piece.Return.class::isInstance);
  }
}
