package dev.everstep.processor.origin;

import dev.everstep.processor.live.Frame;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fingerprints of how a method's stored values are made. Two of one value in two versions of a
 * method are equal only if both would have computed it in the same way: by the same statements on
 * the same values under the same conditions, as often, and from the results of the same points.
 * What things are called, where they stand, and code that the value does not depend on makes no
 * difference.
 *
 * <p>It sees the method, the plain methods, fields and constructors of its file, and the durable
 * methods of its class that it calls; of types in other files, the order of enums, the components
 * of records and the values of constants. It does not see what functions do, other code of other
 * files, and objects that change through a field or another thread.
 */
public final class Origins {
  private final Map<Integer, Point> points = new HashMap<>();

  private Origins() {}

  /**
   * Those of a suspension point.
   *
   * @param way of the conditions under which code comes there
   * @param arguments of what is given to it, in the order of the call; for an inline step, of what
   *     it captures; of a sleep, one
   * @param live of the locals that are stored
   */
  public record Point(String way, List<String> arguments, Map<Variable, String> live) {
    /** Copies the list. */
    public Point {
      arguments = List.copyOf(arguments);
    }
  }

  /** Returns those of a method of which nothing is known yet. */
  public static Origins none() {
    return new Origins();
  }

  /**
   * Returns the fingerprints of a method.
   *
   * @param members what the names of the file's plain members stand for
   * @param callees what the durable methods of the class do, by their stored names
   */
  public static Origins of(
      Body body, Flow flow, Frame frame, Map<String, String> members, Map<String, String> callees) {
    Origins origins = new Origins();
    if (body.sites().isEmpty()) {
      return origins;
    }
    Map<Integer, String> called = new HashMap<>();
    for (Site site : body.sites()) {
      if (site.call() instanceof Site.Helper helper) {
        String known = callees.get(helper.method().toString());
        called.put(site.ordinal(), known == null ? helper.method().toString() : known);
      }
    }
    Program program = new Program(flow);
    Definitions definitions =
        new Definitions(
            program,
            new Mutability(program),
            body.parameters(),
            LocalMembers.of(body, members),
            called,
            frame::live);
    Hashing hashing = new Hashing();
    for (Node node : program.order()) {
      for (Part part : node.parts()) {
        if (part.suspends() != null) {
          origins.add(part.suspends(), node, definitions, hashing, frame);
        }
      }
    }
    return origins;
  }

  private void add(Site site, Node node, Definitions definitions, Hashing hashing, Frame frame) {
    Map<Variable, String> live = new LinkedHashMap<>();
    for (Variable variable : frame.live(site)) {
      live.put(variable, hashing.of(definitions.live(site, variable)));
    }
    List<String> arguments = new ArrayList<>();
    definitions.arguments(site).forEach(argument -> arguments.add(hashing.of(argument)));
    String way = hashing.of(definitions.conditions().way(node, definitions.caughtAbove(node)));
    points.put(site.ordinal(), new Point(way, arguments, live));
  }

  /** Returns the fingerprints of a point; none of one that is never reached. */
  public Point at(Site site) {
    return points.getOrDefault(site.ordinal(), new Point("", List.of(), Map.of()));
  }
}
