package dev.everstep.verify.reach;

import dev.everstep.verify.read.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * A {@code @Deterministic} and where it stands.
 *
 * @param by the class, or class and method
 */
public record Declared(String by, Waiver waiver) {

  /** Returns which of its calls a hit is, {@code *} if it names none; null if it is not meant. */
  @Nullable String covers(String call, String api) {
    if (waiver.calls().isEmpty()) {
      return "*";
    }
    for (String each : waiver.calls()) {
      if (each.equals(call)
          || each.equals(api)
          || each.equals(withoutArguments(call))
          || each.equals(withoutArguments(api))) {
        return each;
      }
    }
    return null;
  }

  private static String withoutArguments(String call) {
    int open = call.indexOf('(');
    return open < 0 ? call : call.substring(0, open);
  }
}
