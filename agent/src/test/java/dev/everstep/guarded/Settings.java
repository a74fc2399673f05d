package dev.everstep.guarded;

import dev.everstep.annotations.Deterministic;
import org.jspecify.annotations.Nullable;

/** Stands for another deploy: what the code does depends on a property. */
final class Settings {
  private Settings() {}

  @Deterministic(
      reason = "set for the whole life of the process",
      calls = "java.lang.System#getProperty")
  static @Nullable String text(String name) {
    return System.getProperty(name);
  }
}
