package dev.everstep.upgrade;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler says of a workflow, or of a class with durable methods, as {@code
 * docs/step-graph.md} describes it. Fields that this version does not know are passed over.
 *
 * @param origin where it was read from, for messages
 * @param kind what it describes
 * @param name the stored name; of a class with durable methods, the name of the class
 * @param className the binary name of the class
 * @param methods the entry first, if it is a workflow
 * @param types the structure of the types that runs store, by name
 * @param migrations the user's code that brings frames of earlier code to points of this one
 */
public record StepGraph(
    String origin,
    Kind kind,
    String name,
    String className,
    List<Method> methods,
    Map<String, Shape> types,
    List<Migration> migrations) {
  /** Copies the collections. */
  public StepGraph {
    methods = List.copyOf(methods);
    types = Map.copyOf(types);
    migrations = List.copyOf(migrations);
  }

  /**
   * Migration code.
   *
   * @param method what frames call the method whose frames it migrates
   * @param from the id of the earlier point
   * @param to the id at which they go on, of a point or of another migration
   * @param by the user's method
   * @param chained whether another migration goes on from {@code to}
   * @param takes the stored locals that it is called with
   */
  public record Migration(
      String method, String from, String to, String by, boolean chained, List<Value> takes) {
    /** Copies the list. */
    public Migration {
      takes = List.copyOf(takes);
    }
  }

  /** What a step graph describes. */
  public enum Kind {
    /** A workflow. */
    WORKFLOW,
    /** A class with durable methods for workflows. */
    DURABLE
  }

  /**
   * A compiled method.
   *
   * @param name what frames call it
   * @param former names under which frames of earlier code may call it, the latest first
   * @param typeParameters their names
   * @param line where it begins
   * @param parameters those behind the context
   * @param result its result type, or {@code void}
   * @param points its suspension points, in the order of the source
   * @param retired the ids of those that it had in earlier versions
   */
  public record Method(
      String name,
      List<String> former,
      List<String> typeParameters,
      int line,
      List<Value> parameters,
      String result,
      List<Point> points,
      List<String> retired) {
    /** Copies the lists. */
    public Method {
      former = List.copyOf(former);
      typeParameters = List.copyOf(typeParameters);
      parameters = List.copyOf(parameters);
      points = List.copyOf(points);
      retired = List.copyOf(retired);
    }

    /** Returns the point with an id. */
    public Optional<Point> point(String id) {
      return points.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    /** Returns whether frames may call it so. */
    public boolean isCalled(String stored) {
      return name.equals(stored) || former.contains(stored);
    }
  }

  /**
   * A suspension point.
   *
   * @param id what frames name
   * @param index what traces show
   * @param kind {@code step}, {@code sleep}, {@code call} or one that a later version has
   * @param function of a step: what it calls; else null
   * @param arguments of a step or call: what it is given
   * @param result of a step: the type of its result; else null
   * @param callee of a call: whom; else null
   * @param typeArguments of a call of a generic method
   * @param made the fingerprint of how a sleep's deadline was made; null if the file has none
   * @param way the fingerprint of the conditions under which code comes here; null if the file has
   *     none
   * @param live the locals that are stored there
   * @param next the ids of the points that may come next, and {@code end}
   */
  public record Point(
      String id,
      int index,
      String kind,
      int line,
      int column,
      @Nullable String function,
      List<Value> arguments,
      @Nullable String result,
      @Nullable Callee callee,
      List<String> typeArguments,
      @Nullable String made,
      @Nullable String way,
      List<Value> live,
      List<String> next) {
    /** Copies the lists. */
    public Point {
      arguments = List.copyOf(arguments);
      typeArguments = List.copyOf(typeArguments);
      live = List.copyOf(live);
      next = List.copyOf(next);
    }
  }

  /**
   * A local, argument, parameter or field.
   *
   * @param type in Java's notation, with full names
   * @param made the fingerprint of how its value came about; null if the file has none
   * @param former names that it had in earlier versions, the latest first
   */
  public record Value(String name, String type, @Nullable String made, List<String> former) {
    /** Copies the list. */
    public Value {
      former = List.copyOf(former);
    }

    /** Returns whether a frame may call it so. */
    public boolean isCalled(String stored) {
      return name.equals(stored) || former.contains(stored);
    }
  }

  /**
   * A durable method that is called.
   *
   * @param className the full name of its class
   * @param method what frames of that class call it
   */
  public record Callee(String className, String method) {}

  /**
   * The structure of a type.
   *
   * @param kind {@code record}, {@code enum}, {@code class} or {@code interface}
   * @param parameters the names of its type parameters
   * @param base its superclass, if that is described, or if this is an exception; else null
   * @param permits of a sealed type
   * @param subtypes of a type whose values say which of them they are, by what they are called
   * @param constants of an enum
   * @param fields what it is made of
   */
  public record Shape(
      String kind,
      List<String> parameters,
      @Nullable String base,
      List<String> permits,
      List<Value> subtypes,
      List<String> constants,
      List<Value> fields) {
    /** Copies the lists. */
    public Shape {
      parameters = List.copyOf(parameters);
      permits = List.copyOf(permits);
      subtypes = List.copyOf(subtypes);
      constants = List.copyOf(constants);
      fields = List.copyOf(fields);
    }
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableGraphException ES630 if it cannot be read or is no step graph; ES631 if it
   *     has another format
   */
  public static StepGraph read(Path file) {
    return GraphReader.read(file);
  }

  /**
   * Reads the text of a file.
   *
   * @param origin names the file in messages
   * @throws UnreadableGraphException as {@link #read(Path)}
   */
  public static StepGraph parse(String text, String origin) {
    return GraphReader.parse(text, origin);
  }

  /** Returns the method that frames call so. */
  public Optional<Method> method(String stored) {
    return methods.stream()
        .filter(method -> method.name().equals(stored))
        .findFirst()
        .or(() -> methods.stream().filter(method -> method.isCalled(stored)).findFirst());
  }

  /** Returns the entry of a workflow. */
  public Optional<Method> entry() {
    return kind == Kind.WORKFLOW ? methods.stream().findFirst() : Optional.empty();
  }
}
