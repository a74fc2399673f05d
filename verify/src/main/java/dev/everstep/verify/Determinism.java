package dev.everstep.verify;

import java.time.Duration;
import java.util.List;

/** The check. */
public final class Determinism {
  private Determinism() {}

  /**
   * Looks for nondeterministic calls that the durable methods of a project can reach.
   *
   * @throws VerifyException if a file that the request names cannot be used
   */
  public static Report check(Request request) {
    long start = System.nanoTime();
    Counts counts = new Counts(0, 0, 0, 0, 0);
    return new Report(
        List.of(), List.of(), List.of(), counts, Duration.ofNanos(System.nanoTime() - start));
  }
}
