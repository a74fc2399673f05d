package dev.everstep.machine;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one compiled method at compile time. Immutable; made once by the generated
 * class.
 *
 * <pre>{@code
 * static final MachineType TYPE =
 *     MachineType.named("Research", "run", Research.class, "Research.java")
 *         .parameter("url", String.class)
 *         .returns(Summary.class)
 *         .local("article", String.class)
 *         .step(1, "step:Articles.fetch", 14, call("Articles.fetch", Articles.class, "fetch", String.class)
 *             .argument("url", String.class).returns(String.class))
 *         .step(2, ...)
 *         .build(Research$run::new);
 * }</pre>
 */
public final class MachineType {
  private final String workflow;
  private final String method;
  private final List<String> formerMethods;
  private final Class<?> declaringClass;
  private final String sourceFile;
  private final List<Local> locals;
  private final int parameterCount;
  private final Type result;
  private final List<Point> points;
  private final Map<String, Point> byId = new HashMap<>();
  private final Map<Integer, List<Local>> live = new HashMap<>();
  private final Map<Integer, Point> byIndex = new HashMap<>();
  private final Map<String, Migration> migrations = new HashMap<>();
  private final Supplier<? extends Machine> factory;

  private MachineType(Builder from, Supplier<? extends Machine> factory) {
    this.workflow = from.workflow;
    this.method = from.method;
    this.formerMethods = List.copyOf(from.formerMethods);
    this.declaringClass = from.declaringClass;
    this.sourceFile = from.sourceFile;
    this.locals = List.copyOf(from.locals);
    this.parameterCount = from.parameterCount;
    this.result = from.result;
    this.points = List.copyOf(from.points);
    this.factory = factory;
    from.migrations.forEach(one -> migrations.put(one.from(), one));
    for (Point point : points) {
      if (byId.put(point.id(), point) != null) {
        throw new IllegalArgumentException(
            "two suspension points with id " + point.id() + " in " + this);
      }
      live.put(point.index(), point.live().stream().map(locals::get).toList());
      if (byIndex.put(point.index(), point) != null) {
        throw new IllegalArgumentException(
            "two suspension points with index " + point.index() + " in " + this);
      }
    }
  }

  /**
   * Begins a description.
   *
   * @param workflow the workflow's stored name; of a class that is none, its name
   * @param method what frames in the journal name: the entry's name, or a helper's name with the
   *     types of its parameters, as in {@code visit(String,int)}
   * @param declaringClass the class that declares the method
   * @param sourceFile the simple name of the user's source file
   */
  public static Builder named(
      String workflow, String method, Class<?> declaringClass, String sourceFile) {
    return new Builder(workflow, method, declaringClass, sourceFile);
  }

  /** Begins the description of a named function: {@code parameterTypes} are erased and complete. */
  public static Call call(String name, Class<?> owner, String method, Class<?>... parameterTypes) {
    return new Call(name, owner, method, List.of(parameterTypes));
  }

  /**
   * Describes a durable method that is called.
   *
   * @param typeArguments one for each of its type parameters
   */
  public static Callee callee(Supplier<MachineType> type, Type... typeArguments) {
    return new Callee(type, List.of(typeArguments));
  }

  /** Begins the description of an inline step; its arguments are the locals it captures. */
  public static Call inline(String name) {
    return new Call(name, null, null, List.of());
  }

  /** Returns the workflow's stored name; of a class that is none, its name. */
  public String workflow() {
    return workflow;
  }

  /** Returns what frames of this class's runs are stored as; unique in the class. */
  public String method() {
    return method;
  }

  /** Returns names under which frames of earlier versions may be stored, the latest first. */
  public List<String> formerMethods() {
    return formerMethods;
  }

  /** Returns the class that declares the method. */
  public Class<?> declaringClass() {
    return declaringClass;
  }

  /** Returns the simple name of the user's source file. */
  public String sourceFile() {
    return sourceFile;
  }

  /** Returns all locals; the parameters come first, the context not among them. */
  public List<Local> locals() {
    return locals;
  }

  /** Returns the parameters after the context. */
  public List<Local> parameters() {
    return locals.subList(0, parameterCount);
  }

  /** Returns the declared result type; {@code void.class} if there is none. */
  public Type result() {
    return result;
  }

  /** Returns the suspension points in the order of the source. */
  public List<Point> points() {
    return points;
  }

  /**
   * Returns a suspension point.
   *
   * @param index as the code names it: from 1, with gaps where points were removed
   */
  public Point point(int index) {
    Point point = byIndex.get(index);
    if (point == null) {
      throw new IllegalArgumentException("no suspension point with index " + index + " in " + this);
    }
    return point;
  }

  /** Returns the suspension point with a stored id, or null if the code has none. */
  public @Nullable Point point(String id) {
    return byId.get(id);
  }

  /**
   * Returns the migration of frames that earlier code left at a point, or null if there is none.
   */
  public @Nullable Migration migration(String from) {
    return migrations.get(from);
  }

  /** Returns whether frames of earlier code may have to be migrated. */
  public boolean migrates() {
    return !migrations.isEmpty();
  }

  /** Returns the locals that are live at a point. */
  public List<Local> live(Point point) {
    return Objects.requireNonNull(live.get(point.index()), point.id());
  }

  /** Returns a new, unbound machine. */
  public Machine create() {
    return factory.get();
  }

  @Override
  public String toString() {
    return workflow + "." + method;
  }

  /** Collects a description. Confined to one thread. */
  public static final class Builder {
    private final String workflow;
    private final String method;
    private final Class<?> declaringClass;
    private final String sourceFile;
    private final List<String> formerMethods = new ArrayList<>();
    private final List<Local> locals = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private final List<Migration> migrations = new ArrayList<>();
    private int parameterCount;
    private Type result = void.class;

    private Builder(String workflow, String method, Class<?> declaringClass, String sourceFile) {
      this.workflow = workflow;
      this.method = method;
      this.declaringClass = declaringClass;
      this.sourceFile = sourceFile;
    }

    /** Adds names under which frames of earlier versions may be stored, the latest first. */
    public Builder former(String... methods) {
      formerMethods.addAll(List.of(methods));
      return this;
    }

    /**
     * Adds a parameter; all of them before the first local.
     *
     * @param former names that frames of earlier versions may have for it
     */
    public Builder parameter(String name, Type type, String... former) {
      if (parameterCount != locals.size()) {
        throw new IllegalStateException("parameter " + name + " after a local");
      }
      parameterCount++;
      return local(name, type, former);
    }

    /** Sets the result type. */
    public Builder returns(Type type) {
      this.result = type;
      return this;
    }

    /**
     * Adds a local that a frame may hold.
     *
     * @param former names that frames of earlier versions may have for it, the latest first
     */
    public Builder local(String name, Type type, String... former) {
      locals.add(new Local(name, type, List.of(former)));
      return this;
    }

    /** Adds a step; {@code live} are indexes of locals. */
    public Builder step(int index, String id, int line, Call call, int... live) {
      return point(index, id, PointKind.STEP, line, call.build(), null, live);
    }

    /** Adds a sleep; {@code live} are indexes of locals. */
    public Builder sleep(int index, String id, int line, int... live) {
      return point(index, id, PointKind.SLEEP, line, null, null, live);
    }

    /** Adds a call of a durable method; {@code live} are indexes of locals. */
    public Builder call(int index, String id, int line, Callee callee, int... live) {
      return point(index, id, PointKind.CALL, line, null, callee, live);
    }

    /** Adds a migration of frames that earlier code left. */
    public Builder migrates(Migration migration) {
      migrations.add(migration);
      return this;
    }

    private Builder point(
        int index,
        String id,
        PointKind kind,
        int line,
        @Nullable FunctionRef function,
        @Nullable Callee callee,
        int[] live) {
      if (index < 1) {
        throw new IllegalArgumentException("point " + id + ": index=" + index + ", least is 1");
      }
      List<Integer> boxed = new ArrayList<>(live.length);
      for (int local : live) {
        boxed.add(local);
      }
      points.add(new Point(index, id, kind, line, function, callee, boxed));
      return this;
    }

    /** Ends the description. */
    public MachineType build(Supplier<? extends Machine> factory) {
      return new MachineType(this, factory);
    }
  }

  /** Collects the description of a step's function. Confined to one thread. */
  public static final class Call {
    private final String name;
    private final @Nullable Class<?> owner;
    private final @Nullable String method;
    private final List<Class<?>> parameterTypes;
    private final List<Type> arguments = new ArrayList<>();
    private final List<String> argumentNames = new ArrayList<>();
    private Type result = void.class;

    private Call(
        String name,
        @Nullable Class<?> owner,
        @Nullable String method,
        List<Class<?>> parameterTypes) {
      this.name = name;
      this.owner = owner;
      this.method = method;
      this.parameterTypes = parameterTypes;
    }

    /** Adds an argument, or a captured local of an inline step. */
    public Call argument(String name, Type type) {
      argumentNames.add(name);
      arguments.add(type);
      return this;
    }

    /** Sets the result type. */
    public Call returns(Type type) {
      this.result = type;
      return this;
    }

    private FunctionRef build() {
      return new FunctionRef(name, owner, method, parameterTypes, arguments, argumentNames, result);
    }
  }
}
