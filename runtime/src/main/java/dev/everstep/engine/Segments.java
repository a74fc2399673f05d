package dev.everstep.engine;

import dev.everstep.EverstepException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The threads for segments that do not run behind a function on its thread: as many as there are
 * processors, and at least 2. Thread-safe.
 */
final class Segments implements Executor {
  private final Set<Thread> members = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;

  Segments(int count) {
    ThreadFactory named = StepThreads.named("everstep-segment");
    threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = named.newThread(task);
              members.add(thread);
              return thread;
            });
  }

  @Override
  public void execute(Runnable segment) {
    threads.execute(segment);
  }

  /**
   * Runs a segment and waits for it and for the future that it returns. It runs here, if a segment
   * itself waits, since all threads may be doing that; else on one of the threads.
   *
   * @return what the future completes with
   * @throws EverstepException what either of them failed with; ES105 after {@link #shutdown}
   */
  <T> T await(Supplier<CompletableFuture<T>> segment) {
    Executor here = members.contains(Thread.currentThread()) ? Runnable::run : this;
    try {
      return CompletableFuture.supplyAsync(segment, here).thenCompose(done -> done).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof EverstepException refused) {
        throw refused;
      }
      throw e;
    } catch (RejectedExecutionException e) {
      throw Engine.closed();
    }
  }

  /** Takes no further segments. */
  void shutdown() {
    threads.shutdown();
  }

  /** Waits for the end of what was taken; returns whether it has ended in time. */
  boolean awaitTermination(long seconds) throws InterruptedException {
    return threads.awaitTermination(seconds, TimeUnit.SECONDS);
  }
}
