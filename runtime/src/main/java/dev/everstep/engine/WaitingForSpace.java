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
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits that wait until the disk has space. Every second the one that has waited longest is tried
 * again, and all of them as soon as any commit gets through. Thread-safe.
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
    Waiting first = queue.poll();
    if (first != null) {
      segments.accept(first.run, first.commit::get);
      if (!queue.isEmpty()) {
        arm();
      }
    }
  }

  /** Says that a commit got through. */
  void committed() {
    if (full.get() && full.compareAndSet(true, false)) {
      LOG.info("the disk has space again");
      for (int left = queue.size(); left > 0; left--) {
        Waiting next = queue.poll();
        if (next != null) {
          segments.accept(next.run, next.commit::get);
        }
      }
    }
  }

  /** Tries all commits on this thread, and waits until the journal has answered. */
  void tryAll() {
    List<CompletableFuture<?>> answers = new ArrayList<>();
    Waiting next = queue.poll();
    while (next != null) {
      answers.add(next.commit.get().handle((done, refusal) -> done));
      next = queue.poll();
    }
    answers.forEach(CompletableFuture::join);
  }
}
