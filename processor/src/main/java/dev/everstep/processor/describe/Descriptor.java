package dev.everstep.processor.describe;

import dev.everstep.processor.live.Frame;
import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Terminator;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
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
import javax.lang.model.type.TypeMirror;

/**
 * Describes a compiled workflow, format 1:
 *
 * <pre>{@code
 * { "format": 1, "kind": "workflow", "workflow": "Research", "class": "app.Research",
 *   "machine": "app.Research$run", "source": "Research.java",
 *   "methods": [
 *     { "name": "run", "machine": "app.Research$run", "line": 12,
 *       "parameters": [ { "name": "url", "type": "java.lang.String" } ],
 *       "result": "app.Summary", "next": [ "step:Articles.fetch" ],
 *       "points": [
 *         { "id": "step:Articles.fetch", "index": 1, "kind": "step", "line": 14, "column": 22,
 *           "function": "Articles.fetch",
 *           "arguments": [ { "name": "url", "type": "java.lang.String" } ],
 *           "result": "java.lang.String", "live": [], "next": [ "step:Articles.summarize" ] } ] } ]
 * }
 * }</pre>
 *
 * <p>The entry is the first of the methods, and its machine the one to load. {@code next} holds the
 * points that may come next, and {@code end} if the method may return.
 */
public final class Descriptor {
  private final Body body;
  private final Flow flow;
  private final Frame frame;
  private final String machine;

  private Descriptor(Method method) {
    this.body = method.body();
    this.flow = method.flow();
    this.frame = method.frame();
    this.machine = method.machine();
  }

  /**
   * A compiled method.
   *
   * @param machine the binary name of the generated class
   */
  public record Method(Body body, Flow flow, Frame frame, String machine) {}

  /** Returns the descriptor's path among the class files. */
  public static String path(Body body) {
    return "META-INF/everstep/" + body.workflow() + ".json";
  }

  /**
   * Returns the descriptor.
   *
   * @param workflowClass its binary name
   * @param methods the entry first
   */
  public static String write(String workflowClass, List<Method> methods) {
    Method entry = methods.get(0);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", 1);
    root.put("kind", "workflow");
    root.put("workflow", entry.body().workflow());
    root.put("class", workflowClass);
    root.put("machine", entry.machine());
    root.put("source", entry.body().sourceFile());
    root.put("methods", methods.stream().map(one -> new Descriptor(one).method()).toList());
    return Json.write(root);
  }

  private Map<String, Object> method() {
    Map<String, Object> method = new LinkedHashMap<>();
    method.put("name", body.method());
    method.put("machine", machine);
    method.put("line", body.place().line());
    method.put("parameters", variables(body.parameters(), true));
    method.put("result", body.result().toString());
    method.put("next", next(flow.blocks().get(0)));
    method.put("points", body.sites().stream().map(this::point).toList());
    return method;
  }

  private List<Object> variables(List<Variable> variables, boolean fields) {
    List<Object> all = new ArrayList<>();
    for (Variable variable : variables) {
      all.add(typed(fields ? frame.name(variable) : variable.name(), variable.type()));
    }
    return all;
  }

  private static Map<String, Object> typed(String name, TypeMirror type) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", name);
    one.put("type", type.toString());
    return one;
  }

  private Map<String, Object> point(Site site) {
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("id", site.id());
    point.put("index", site.index());
    point.put("kind", site.call().kind());
    point.put("line", site.place().line());
    point.put("column", site.column());
    if (site.call() instanceof Site.Function function) {
      point.put("function", function.name());
      point.put(
          "arguments",
          function.arguments().stream().map(one -> typed(one.name(), one.type())).toList());
      point.put("result", function.result().toString());
    } else if (site.call() instanceof Site.Inline inline) {
      point.put("function", inline.name());
      point.put("arguments", variables(inline.captures(), false));
      point.put("result", inline.result().toString());
    }
    point.put("live", variables(frame.live(site), true));
    for (Block block : flow.blocks()) {
      if (site.equals(block.resumes())) {
        point.put("next", next(block));
      }
    }
    return point;
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
        points.add(suspend.site().index());
        successors.remove(suspend.resume());
      }
      if (block.handler() != null) {
        successors.add(block.handler());
      }
      open.addAll(successors);
    }
    List<String> ids = new ArrayList<>();
    points.forEach(index -> ids.add(body.sites().get(index - 1).id()));
    if (ends) {
      ids.add("end");
    }
    return ids;
  }

  private static boolean returns(Code code) {
    return code.pieces().stream().anyMatch(Piece.Return.class::isInstance);
  }
}
