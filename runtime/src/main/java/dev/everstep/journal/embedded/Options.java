package dev.everstep.journal.embedded;

import dev.everstep.Retention;
import java.time.Clock;
import java.util.Objects;

/**
 * Sizes of an embedded journal. Immutable; they may differ from one opening to the next.
 *
 * @param segmentBytes size of a pre-allocated log file, 4 KiB to 1 GiB
 * @param flushBytes how much is kept in memory before it goes to a table, 1 byte to 512 MiB;
 *     commits wait when there is twice as much
 * @param transitionBytesMax what one transition may take in the log, 1 KiB to 256 MiB
 * @param retention how long finished runs are kept
 * @param clock tells since when the directory is locked, and how old runs are
 */
public record Options(
    int segmentBytes, int flushBytes, int transitionBytesMax, Retention retention, Clock clock) {
  private static final int MIB = 1 << 20;

  /** Checks the ranges. */
  public Options {
    check("segmentBytes", segmentBytes, 4096, 1024 * MIB);
    check("flushBytes", flushBytes, 1, 512 * MIB);
    check("transitionBytesMax", transitionBytesMax, 1024, 256 * MIB);
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(clock, "clock");
  }

  private static void check(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + "=" + value + ", expected " + min + " to " + max);
    }
  }

  /** Returns 16 MiB for each size, runs that are kept for ever, and the system's clock. */
  public static Options defaults() {
    return new Options(16 * MIB, 16 * MIB, 16 * MIB, Retention.forever(), Clock.systemUTC());
  }

  /** Returns these options with another segment size, in bytes. */
  public Options withSegmentBytes(int bytes) {
    return new Options(bytes, flushBytes, transitionBytesMax, retention, clock);
  }

  /** Returns these options with another flush size, in bytes. */
  public Options withFlushBytes(int bytes) {
    return new Options(segmentBytes, bytes, transitionBytesMax, retention, clock);
  }

  /** Returns these options with another limit on transitions, in bytes. */
  public Options withTransitionBytesMax(int bytes) {
    return new Options(segmentBytes, flushBytes, bytes, retention, clock);
  }

  /** Returns these options with another retention. */
  public Options withRetention(Retention other) {
    return new Options(segmentBytes, flushBytes, transitionBytesMax, other, clock);
  }

  /** Returns these options with another clock. */
  public Options withClock(Clock other) {
    return new Options(segmentBytes, flushBytes, transitionBytesMax, retention, other);
  }
}
