package dev.everstep.journal.embedded;

/** Whether tests run their long form: the profile {@code soak} says so. */
final class Soak {
  private Soak() {}

  static boolean isOn() {
    return Boolean.getBoolean("journal.soak");
  }
}
