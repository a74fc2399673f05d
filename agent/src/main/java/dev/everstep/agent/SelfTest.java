package dev.everstep.agent;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes one call of each kind in a segment of its own, and sees that the guard is asked. */
final class SelfTest {
  private static final String SYSTEM = "java/lang/System";

  /** The error of a violation here. */
  private static final class Caught extends Error {
    private static final long serialVersionUID = 1L;

    Caught() {
      super("caught", null, false, false);
    }
  }

  private SelfTest() {}

  /**
   * Runs it, apart from calls that the options allow.
   *
   * @throws IllegalStateException if a call went through
   */
  static void run(Class<?> guard, Rules rules) throws ReflectiveOperationException {
    Clock clock = Clock.systemUTC();
    LongSupplier reference = Sample.reference();
    boolean[] heard = new boolean[1];
    Function<Map<String, Object>, @Nullable Throwable> hook =
        report -> {
          heard[0] = true;
          return report.get("forbidden") == Boolean.TRUE ? new Caught() : null;
        };
    Method enter = guard.getMethod("enter", Class.class, Function.class);
    Method leave = guard.getMethod("leave", Object.class);
    if (rules.call(SYSTEM, "nanoTime", "()J", null) != null) {
      expect("a call", guard, enter, leave, hook, heard, Sample::ofNative);
    }
    if (!rules.bodies("java/time/Clock$SystemClock").isEmpty()) {
      expect("a method of the JDK", guard, enter, leave, hook, heard, () -> Sample.ofBody(clock));
    }
    if (rules.call(SYSTEM, "currentTimeMillis", "()J", null) != null) {
      LongSupplier call = () -> Sample.ofReference(reference);
      expect("a method reference", guard, enter, leave, hook, heard, call);
    }
  }

  private static void expect(
      String what,
      Class<?> guard,
      Method enter,
      Method leave,
      Function<?, ?> hook,
      boolean[] heard,
      LongSupplier call)
      throws ReflectiveOperationException {
    heard[0] = false;
    Object segment = enter.invoke(null, SelfTest.class, hook);
    try {
      call.getAsLong();
    } catch (Caught expected) {
      // as it should be
    } finally {
      leave.invoke(null, segment);
    }
    if (!heard[0]) {
      throw new IllegalStateException(what + " is not guarded");
    }
  }
}
