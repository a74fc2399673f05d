package dev.everstep.benchmarks;

import dev.everstep.journal.Journal;
import dev.everstep.journal.Transition;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Commits that do not wait for each other. */
final class Load {
  private Load() {}

  /**
   * Commits transitions, and waits until all are durable.
   *
   * @param inFlight how many may be under way at a time
   */
  static void commit(Journal journal, Iterator<Transition> transitions, int inFlight) {
    Semaphore places = new Semaphore(inFlight);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    while (transitions.hasNext() && failure.get() == null) {
      places.acquireUninterruptibly();
      journal
          .commit(transitions.next())
          .whenComplete(
              (done, failed) -> {
                if (failed != null) {
                  failure.set(failed);
                }
                places.release();
              });
    }
    places.acquireUninterruptibly(inFlight);
    if (failure.get() != null) {
      throw new IllegalStateException(failure.get());
    }
  }
}
