package dev.everstep.engine;

import dev.everstep.EverstepException;
import dev.everstep.RunId;
import dev.everstep.journal.Head;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for the end of which run, and which runs this process does nothing more for. Nothing is
 * kept of the others. Thread-safe.
 */
final class Waiters {
  private final Map<RunId, CompletableFuture<Head>> futures = new ConcurrentHashMap<>();
  private final Map<RunId, EverstepException> stopped = new ConcurrentHashMap<>();

  /** Returns the future of a run. */
  CompletableFuture<Head> of(RunId run) {
    CompletableFuture<Head> future = futures.computeIfAbsent(run, id -> new CompletableFuture<>());
    // After the registration, so a stop between the two is seen by one of them.
    EverstepException reason = stopped.get(run);
    if (reason != null) {
      futures.remove(run, future);
      future.completeExceptionally(reason);
    }
    return future;
  }

  /** Says that a run goes on after all. */
  void goesOn(RunId run) {
    stopped.remove(run);
  }

  /** Answers who waits for a run. */
  void ended(Head head) {
    CompletableFuture<Head> future = futures.remove(head.run());
    if (future != null) {
      future.complete(head);
    }
  }

  /** Fails who waits for a run, now or later. */
  void failed(RunId run, EverstepException reason) {
    stopped.put(run, reason);
    CompletableFuture<Head> future = futures.remove(run);
    if (future != null) {
      future.completeExceptionally(reason);
    }
  }

  /** Fails everyone. */
  void close(EverstepException reason) {
    futures.keySet().forEach(run -> failed(run, reason));
  }
}
