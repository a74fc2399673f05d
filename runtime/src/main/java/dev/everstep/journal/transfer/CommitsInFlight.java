package dev.everstep.journal.transfer;

import dev.everstep.RunId;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Commits that are not durable yet: some, so that they share the journal's syncs. */
final class CommitsInFlight {
  private static final int COUNT_MAX = 1_000;
  private static final long BYTES_MAX = 8 << 20;

  private final Journal journal;
  private final Deque<InFlight> commits = new ArrayDeque<>();
  private final Map<RunId, Integer> runs = new HashMap<>();
  private long bytes;

  CommitsInFlight(Journal journal) {
    this.journal = journal;
  }

  private record InFlight(RunId run, long bytes, CompletableFuture<Void> done) {}

  /**
   * Commits a transition of about so many bytes, and waits for older ones if there are many. What
   * the journal refuses them with is thrown.
   */
  void add(Transition transition, long size) {
    commits.add(new InFlight(transition.run(), size, journal.commit(transition)));
    runs.merge(transition.run(), 1, Integer::sum);
    bytes += size;
    while (commits.size() > COUNT_MAX || bytes > BYTES_MAX) {
      awaitOldest();
    }
  }

  /** Waits until all commits of a run are durable. */
  void await(RunId run) {
    while (runs.containsKey(run)) {
      awaitOldest();
    }
  }

  /** Waits until all is durable. */
  void await() {
    while (!commits.isEmpty()) {
      awaitOldest();
    }
  }

  private void awaitOldest() {
    InFlight oldest = commits.remove();
    bytes -= oldest.bytes();
    runs.computeIfPresent(oldest.run(), (run, count) -> count == 1 ? null : count - 1);
    try {
      oldest.done().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw e;
    }
  }
}
