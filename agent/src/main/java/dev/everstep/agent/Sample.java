package dev.everstep.agent;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What the agent guards first, to see that it does: the only class of its own that it looks into.
 */
final class Sample {
  static final String INTERNAL_NAME = "dev/everstep/agent/Sample";

  private Sample() {}

  /** Makes a call that has no bytecode to guard. */
  static long ofNative() {
    return System.nanoTime();
  }

  /** Makes a call that is guarded in the JDK. */
  static long ofBody(Clock clock) {
    return clock.millis();
  }

  /** Makes a call by a method reference that was made before. */
  static long ofReference(LongSupplier reference) {
    return reference.getAsLong();
  }

  /** Returns a method reference. */
  static LongSupplier reference() {
    return System::currentTimeMillis;
  }
}
