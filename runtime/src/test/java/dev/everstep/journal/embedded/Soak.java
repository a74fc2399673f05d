package dev.everstep.journal.embedded;

/** Whether tests run their long form: the profile {@code soak} says so. */
final class Soak {
  private Soak() {}

  static boolean isOn() {
    return Boolean.getBoolean("journal.soak");
  }

  /** Returns how many rounds a test runs; {@code -Djournal.rounds} asks for another number. */
  static int rounds(int inTheSuite, int inTheSoak) {
    return Integer.getInteger("journal.rounds", isOn() ? inTheSoak : inTheSuite);
  }

  /** Returns the seed that {@code -Djournal.seed} gives, else a new one. */
  static long seed() {
    return Long.getLong("journal.seed", System.nanoTime());
  }
}
