package dev.everstep.guarded;

import dev.everstep.annotations.Deterministic;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands for another deploy: what the code does depends on a property. */
final class Settings {
  static final ReentrantLock LOCK = new ReentrantLock();

  private Settings() {}

  @Deterministic(reason = "the time goes nowhere")
  static boolean measured() {
    return Stream.of(1, 2).map(each -> later(() -> System.nanoTime())).allMatch(time -> time > 0);
  }

  private static long later(LongSupplier supplier) {
    return supplier.getAsLong() + System.nanoTime();
  }

  @Deterministic(
      reason = "set for the whole life of the process",
      calls = "java.lang.System#getProperty")
  static @Nullable String text(String name) {
    return System.getProperty(name);
  }
}
