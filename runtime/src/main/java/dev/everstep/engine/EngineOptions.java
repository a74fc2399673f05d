package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.Limits;
import java.time.Clock;
import java.time.Duration;

/**
 * Settings of an engine.
 *
 * @param clock of entries, timers and {@code ctx.now()}
 * @param worker names this process in entries, 1 to 200 characters
 * @param stepThreads how many attempts may run at the same time, 1 to 100,000
 * @param crashesMax how many attempts of a step may be cut short by a crash, one after the other,
 *     before its run is stuck, 1 to 1,000,000
 * @param framesMax how many frames a run may have, 1 to 100,000
 * @param limits what runs may hold, and how many there may be
 * @param closeWait how long {@code close} waits for attempts to end before it interrupts them
 */
public record EngineOptions(
    Clock clock,
    String worker,
    int stepThreads,
    int crashesMax,
    int framesMax,
    Limits limits,
    Duration closeWait) {
  /** Checks the ranges. */
  public EngineOptions {
    check("worker", worker.length(), 1, 200);
    check("stepThreads", stepThreads, 1, 100_000);
    check("attemptsAfterCrash", crashesMax, 1, 1_000_000);
    check("framesMax", framesMax, 1, 100_000);
    check("closeWait (seconds)", closeWait.toSeconds(), 0, 86_400);
  }

  private static void check(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new InvalidInputException(
          ErrorCode.ES107,
          "the setting "
              + name
              + " is out of its range: "
              + value
              + ", allowed: "
              + least
              + " to "
              + most
              + ".");
    }
  }
}
