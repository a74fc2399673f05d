package dev.everstep.machine;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Adds callers to the trace of an exception that Java's own stack does not have: a step's function
 * runs on another thread, and a frame that waits for another is on no thread at all.
 */
final class CallSites {
  /** As many as HotSpot keeps. */
  private static final int FRAMES_MAX = 1024;

  private CallSites() {}

  /** Adds the line at which a frame waits. */
  static void add(Throwable thrown, Stack.Level caller) {
    try {
      StackTraceElement[] trace = thrown.getStackTrace();
      if (trace.length < FRAMES_MAX) {
        thrown.setStackTrace(
            Stream.concat(Arrays.stream(trace), Stream.of(element(caller)))
                .toArray(StackTraceElement[]::new));
      }
    } catch (RuntimeException of) {
      // The methods of a user's exception may throw; it is thrown on all the same.
    }
  }

  /** Adds the line at which a frame waits, unless the call of the function has left it there. */
  static void addMissing(Throwable thrown, Stack.Level caller) {
    StackTraceElement site = element(caller);
    try {
      boolean known =
          Arrays.stream(thrown.getStackTrace())
              .anyMatch(
                  one ->
                      one.getClassName().equals(site.getClassName())
                          && one.getLineNumber() == site.getLineNumber());
      if (!known) {
        add(thrown, caller);
      }
    } catch (RuntimeException of) {
      // As above.
    }
  }

  private static StackTraceElement element(Stack.Level caller) {
    return new StackTraceElement(
        caller.machine().getClass().getName(),
        "run",
        caller.method().type().sourceFile(),
        caller.point().line());
  }
}
