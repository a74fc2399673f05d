package dev.everstep.engine;

import dev.everstep.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits that wait until the disk has space. Every second the one that has waited longest is tried
 * again, and the others if it gets through. A commit that never waited says nothing about those
 * that do: what is left of a file may be enough for a small one. Thread-safe.
 */
final class WaitingForSpace {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingForSpace.class);
  private static final Duration TRY_EVERY = Duration.ofSeconds(1);

  private record Waiting(RunId run, Supplier<CompletableFuture<?>> commit) {}

  private final ScheduledExecutorService alarms;
  private final BiConsumer<RunId, Runnable> segments;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean armed = new AtomicBoolean();
  private final AtomicBoolean full = new AtomicBoolean();
  private final AtomicInteger tried = new AtomicInteger();

  /**
   * Creates an empty queue.
   *
   * @param segments runs a commit, which may block, for a run
   */
  WaitingForSpace(ScheduledExecutorService alarms, BiConsumer<RunId, Runnable> segments) {
    this.alarms = alarms;
    this.segments = segments;
  }

  /**
   * Takes a commit that was refused.
   *
   * @param commit commits again, and adds itself here again if it is refused for the same reason
   */
  void add(RunId run, Supplier<CompletableFuture<?>> commit, Throwable refusal) {
    queue.add(new Waiting(run, commit));
    if (full.compareAndSet(false, true)) {
      LOG.error("runs wait for space on the disk, and go on when there is some", refusal);
    }
    arm();
  }

  private void arm() {
    if (armed.compareAndSet(false, true)) {
      try {
        alarms.schedule(this::tryOne, TRY_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closing) {
        armed.set(false); // Whoever closes tries all of them for the last time.
      }
    }
  }

  /** Tries the commit that has waited longest; the next one a second later. */
  void tryOne() {
    armed.set(false);
    Waiting first = take();
    if (first != null) {
      segments.accept(first.run, () -> tryNow(first, this::tryOthers));
      if (!queue.isEmpty()) {
        arm();
      }
    }
  }

  // As many as there are now: those that are refused wait again.
  private void tryOthers() {
    for (int left = queue.size(); left > 0; left--) {
      Waiting next = take();
      if (next != null) {
        segments.accept(next.run, () -> tryNow(next, () -> {}));
      }
    }
  }

  // Counted before it leaves the queue, so that there is no moment in which none seems to wait.
  private @Nullable Waiting take() {
    tried.incrementAndGet();
    Waiting next = queue.poll();
    if (next == null) {
      tried.decrementAndGet();
    }
    return next;
  }

  private CompletableFuture<?> tryNow(Waiting waiting, Runnable whenCommitted) {
    CompletableFuture<?> answer;
    try {
      answer = waiting.commit.get();
    } catch (RuntimeException | Error e) {
      answered();
      throw e;
    }
    return answer.handle(
        (done, refusal) -> {
          if (refusal == null) {
            whenCommitted.run();
          }
          answered();
          return done;
        });
  }

  private void answered() {
    if (tried.decrementAndGet() == 0 && queue.isEmpty() && full.compareAndSet(true, false)) {
      LOG.info("no run waits for space on the disk any more");
    }
  }

  /** Tries all commits on this thread, and waits until the journal has answered. */
  void tryAll() {
    List<CompletableFuture<?>> answers = new ArrayList<>();
    Waiting next = take();
    while (next != null) {
      answers.add(tryNow(next, () -> {}));
      next = take();
    }
    answers.forEach(CompletableFuture::join);
  }
}
