package dev.everstep.guarded;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens and closes segments without an engine. */
final class Segments {
  private Segments() {}

  /** Runs a body in a segment; returns its result, or the call that was forbidden. */
  static String run(Class<?> boundary, Supplier<String> body) throws ReflectiveOperationException {
    return run(boundary, body, warning -> {});
  }

  /** Does so, and hands out the calls that are warned of. */
  static String run(Class<?> boundary, Supplier<String> body, Consumer<String> warnings)
      throws ReflectiveOperationException {
    Class<?> guard;
    try {
      guard = Class.forName("java.lang.EverstepGuard", true, null);
    } catch (ClassNotFoundException none) {
      return body.get();
    }
    Function<Map<String, Object>, @Nullable Throwable> hook =
        report -> {
          if (report.get("forbidden") == Boolean.TRUE) {
            return new AssertionError("forbidden " + report.get("call"));
          }
          warnings.accept(report.get("call") + ", seen " + report.get("count"));
          return null;
        };
    Object segment =
        guard.getMethod("enter", Class.class, Function.class).invoke(null, boundary, hook);
    try {
      return body.get();
    } catch (AssertionError forbidden) {
      return String.valueOf(forbidden.getMessage());
    } finally {
      guard.getMethod("leave", Object.class).invoke(null, segment);
    }
  }
}
