package dev.everstep.journal.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What several tests of this journal need. */
final class Testing {
  /** Every commit fills the tail, every few fill a segment. */
  static final Options TINY = Options.defaults().withSegmentBytes(4096).withFlushBytes(1);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Testing() {}

  /** Waits until all that was committed is in tables. */
  static void awaitFlushed(EmbeddedJournal journal) {
    await(journal, view -> view.frozen() == null && view.tail().isEmpty());
  }

  /** Waits until there are few tables. */
  static void awaitMerged(EmbeddedJournal journal) {
    await(journal, view -> view.frozen() == null && view.tables().size() <= 8);
  }

  private static void await(EmbeddedJournal journal, Predicate<View> condition) {
    await(() -> condition.test(journal.view()));
  }

  /** Waits until something is so. */
  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not after " + PATIENCE);
      }
      Thread.onSpinWait();
    }
  }
}
