package dev.everstep.journal.embedded;

import java.time.Duration;

/** What several tests of this journal need. */
final class Testing {
  /** Every commit fills the tail, every few fill a segment. */
  static final Options TINY = Options.defaults().withSegmentBytes(4096).withFlushBytes(1);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Testing() {}

  /** Waits until all that was committed is in tables. */
  static void awaitFlushed(EmbeddedJournal journal) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      View view = journal.view();
      if (view.frozen() == null && view.tail().isEmpty()) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not flushed after " + PATIENCE);
      }
      Thread.onSpinWait();
    }
  }
}
