package dev.everstep.engine;

import dev.everstep.RunId;
import dev.everstep.TooManyRunsException;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the runs that are not finished, those that are being started included. Thread-safe. */
final class OpenRuns {
  private final AtomicLong count;
  private final long max;

  /**
   * Creates a counter.
   *
   * @param open how many there are; more than {@code max} if that was larger at the last opening
   */
  OpenRuns(long open, long max) {
    this.count = new AtomicLong(open);
    this.max = max;
  }

  /**
   * Counts a run that is about to be started; {@link #closed} undoes it.
   *
   * @throws TooManyRunsException if there are as many as allowed
   */
  void opening(RunId run) {
    if (count.getAndUpdate(open -> open < max ? open + 1 : open) >= max) {
      throw new TooManyRunsException(run, max);
    }
  }

  /** Says that a run has finished, or was not started after all. */
  void closed() {
    count.decrementAndGet();
  }
}
