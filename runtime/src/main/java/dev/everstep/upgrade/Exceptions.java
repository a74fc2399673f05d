package dev.everstep.upgrade;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether exceptions can be read as others. They are stored with the name of their class, whatever
 * was declared, so they fit what that class extends.
 */
final class Exceptions {
  private static final String ROOT = "java.lang.Throwable";

  private final Map<String, StepGraph.Shape> before;
  private final Map<String, StepGraph.Shape> after;

  Exceptions(Map<String, StepGraph.Shape> before, Map<String, StepGraph.Shape> after) {
    this.before = before;
    this.after = after;
  }

  boolean is(String type) {
    return above(type, before).contains(ROOT);
  }

  boolean isNow(String type) {
    return above(type, after).contains(ROOT);
  }

  boolean fits(String stored, String wanted) {
    return above(stored, after.containsKey(stored) ? after : before).contains(wanted);
  }

  /** Returns a class and those that it extends, as far as they are known. */
  private static Set<String> above(String type, Map<String, StepGraph.Shape> types) {
    Set<String> above = new HashSet<>();
    String at = type;
    while (at != null && above.add(at)) {
      StepGraph.Shape shape = types.get(at);
      at = shape == null ? base(at) : shape.base();
    }
    return above;
  }

  /** Returns what a class of the JDK extends; null if it is another. */
  private static @Nullable String base(String type) {
    if (!type.startsWith("java")) {
      return null;
    }
    try {
      Class<?> base =
          Class.forName(type, false, ClassLoader.getPlatformClassLoader()).getSuperclass();
      return base == null ? null : base.getName();
    } catch (ClassNotFoundException | LinkageError unknown) {
      return null;
    }
  }
}
