package dev.everstep.engine;

import dev.everstep.EverstepException;
import dev.everstep.RunId;
import dev.everstep.journal.Head;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for the end of which run; nothing is kept for a run that nobody waits for. Thread-safe.
 */
final class Waiters {
  private final Map<RunId, CompletableFuture<Head>> futures = new ConcurrentHashMap<>();

  /** Returns the future of a run. */
  CompletableFuture<Head> of(RunId run) {
    return futures.computeIfAbsent(run, id -> new CompletableFuture<>());
  }

  /** Answers who waits for a run. */
  void ended(Head head) {
    CompletableFuture<Head> future = futures.remove(head.run());
    if (future != null) {
      future.complete(head);
    }
  }

  /** Fails who waits for a run. */
  void failed(RunId run, EverstepException reason) {
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
