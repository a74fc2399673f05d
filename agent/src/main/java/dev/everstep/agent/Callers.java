package dev.everstep.agent;

import dev.everstep.catalogue.Rule;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who makes a call in a segment: the body, or something that it is not answerable for.
 *
 * <p>Frames of reflection, of method handles and of lambdas' own classes are not seen by a {@link
 * StackWalker}, so whoever is behind them is the caller. Thread-safe.
 */
final class Callers {
  private static final int CHAIN_MAX = 12;
  private static final String MACHINE = "dev.everstep.machine.Machine";

  /** What makes a text of an iteration, or of an object, for its caller. */
  private static final Set<String> TEXT =
      Set.of(
          "java.lang.String",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.AbstractStringBuilder",
          "java.lang.StringConcatHelper",
          "java.lang.Iterable");

  /** Methods of collections that sort, look up or count what they iterate. */
  private static final Set<String> ANY_ORDER =
      Set.of(
          "java.util.TreeMap#<init>",
          "java.util.TreeMap#putAll",
          "java.util.TreeSet#<init>",
          "java.util.TreeSet#addAll",
          "java.util.HashMap#<init>",
          "java.util.HashSet#<init>",
          "java.util.EnumMap#<init>",
          "java.util.EnumMap#putAll",
          "java.util.EnumSet#copyOf",
          "java.util.AbstractMap#equals",
          "java.util.AbstractMap#hashCode",
          "java.util.AbstractSet#equals",
          "java.util.AbstractSet#hashCode",
          "java.util.AbstractSet#removeAll",
          "java.util.AbstractCollection#containsAll");

  private final StackWalker walker =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private final Scopes scopes;
  private final Trusted trusted;

  Callers(Scopes scopes, Trusted trusted) {
    this.scopes = scopes;
    this.trusted = trusted;
  }

  /**
   * Returns who called whom, from the call's caller to the body's line; empty if the call does not
   * count.
   *
   * @param call what is called, as reports name it
   * @param boundary the class below whose frames the body's are not
   */
  List<String> chain(Site site, String call, Rule rule, Class<?> boundary) {
    return walker.walk(new Walk(site, call, rule, boundary));
  }

  private final class Walk implements Function<Stream<StackFrame>, List<String>> {
    private final Site site;
    private final String call;
    private final Rule rule;
    private final Class<?> boundary;
    private final List<String> chain = new ArrayList<>();
    private boolean inGuard = true;
    private boolean callerFound;

    Walk(Site site, String call, Rule rule, Class<?> boundary) {
      this.site = site;
      this.call = call;
      this.rule = rule;
      this.boundary = boundary;
      this.callerFound =
          site.kind() == Site.Kind.CALL
              || site.kind() == Site.Kind.LOCK
              || site.kind() == Site.Kind.CONTAINER;
    }

    @Override
    public List<String> apply(Stream<StackFrame> frames) {
      Iterator<StackFrame> each = frames.iterator();
      while (each.hasNext()) {
        StackFrame frame = each.next();
        Class<?> type = frame.getDeclaringClass();
        if (type == boundary) {
          return chain;
        }
        if (isGuard(type)) {
          continue;
        }
        if (isOwn(type) // looks into a class that is being loaded
            || scopes.contains(type, frame.getMethodName())
            || isTrusted(frame, type)
            || !callerFound && (isInternal(type) || takesAnyOrder(frame, type))) {
          return List.of();
        }
        add(frame, type);
      }
      return List.of(); // The thread is in a segment that is not on this stack.
    }

    private boolean isTrusted(StackFrame frame, Class<?> type) {
      String method = frame.getMethodName();
      return trusted.covers(type.getName(), method, frame.getDescriptor(), call, rule);
    }

    private boolean isGuard(Class<?> type) {
      inGuard = inGuard && (type.getName().startsWith(GuardClass.NAME) || isOwn(type));
      return inGuard;
    }

    /** Notes whether the caller is found; true if it is the JDK, which counts as no caller. */
    private boolean isInternal(Class<?> type) {
      if (!Hierarchy.isJdk(type.getModule())) {
        callerFound = true;
        return false;
      }
      String name = type.getName();
      return switch (site.kind()) {
        case SINK -> false;
        case FAMILY, KEYS, SALTED ->
            !name.startsWith(family(site.type())) && !(isOrder() && TEXT.contains(name));
        default -> !name.equals(site.type());
      };
    }

    /** Returns whether what iterates gets to the same whatever the order is. */
    private boolean takesAnyOrder(StackFrame frame, Class<?> type) {
      return isOrder() && ANY_ORDER.contains(type.getName() + "#" + frame.getMethodName());
    }

    private boolean isOrder() {
      return rule.group().equals("order");
    }

    private void add(StackFrame frame, Class<?> type) {
      if (chain.size() < CHAIN_MAX && !Hierarchy.isJdk(type.getModule()) && !isEngine(type)) {
        chain.add(text(frame, type));
      } else if (isGenerated(type)) {
        chain.set(chain.size() - 1, text(frame, type)); // the body's own line is always there
      }
    }
  }

  private static boolean isOwn(Class<?> type) {
    return type.getClassLoader() == Callers.class.getClassLoader()
        && type.getPackageName().equals(Callers.class.getPackageName())
        && type != Sample.class;
  }

  /** Returns the first two names of a package, whose classes may be in between; not java.lang. */
  private static String family(String type) {
    int second = type.indexOf('.', type.indexOf('.') + 1);
    return type.startsWith("java.lang.") ? type : type.substring(0, second + 1);
  }

  private static boolean isEngine(Class<?> type) {
    String home = type.getPackageName();
    return home.equals("dev.everstep.machine") || home.equals("dev.everstep.engine");
  }

  private static boolean isGenerated(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return parent != null && parent.getName().equals(MACHINE);
  }

  private static String text(StackFrame frame, Class<?> type) {
    String name = type.getName();
    String method = frame.getMethodName();
    String where;
    if (isGenerated(type) && method.equals("run")) {
      // What is compiled of app.Research.run is app.Research$run.
      int dollar = name.lastIndexOf('$');
      where = dollar < 0 ? name : name.substring(0, dollar) + "." + name.substring(dollar + 1);
    } else if (method.startsWith(GuardedCalls.REFERENCE)) {
      where = name + " (a method reference)";
    } else {
      where = name + "." + method;
    }
    @Nullable String file = frame.toStackTraceElement().getFileName();
    int line = frame.getLineNumber();
    return where
        + "("
        + (file == null ? "unknown source" : line < 0 ? file : file + ":" + line)
        + ")";
  }
}
