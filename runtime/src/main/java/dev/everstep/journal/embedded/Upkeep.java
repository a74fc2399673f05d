package dev.everstep.journal.embedded;

import dev.everstep.journal.JournalException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on behind the commits, on two threads: one flushes, the other merges and applies the
 * retention. Thread-safe.
 */
final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final long LOOK_SECONDS = 60;
  private static final long PASS_PART = 20;
  private static final long FLUSH_IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long PASS_NANOS_MIN = TimeUnit.MILLISECONDS.toNanos(100);

  private final Views views;
  private final Flusher flusher;
  private final Merger merger;
  private final TableFiles files;
  private final Retirement retirement;
  private final Errors errors;
  private final ExecutorService flushes;
  private final ScheduledExecutorService merges;
  private final Supplier<CompletableFuture<Void>> flushSoon;
  private final Consumer<JournalException> takeNoMore;

  private volatile long lastFlush = System.nanoTime();
  private long passEarliest = System.nanoTime(); // confined to the merging thread

  /**
   * @param flushSoon lets what is in memory go to a table soon
   * @param takeNoMore makes the journal refuse all commits
   */
  Upkeep(
      Views views,
      Flusher flusher,
      Merger merger,
      TableFiles files,
      Retirement retirement,
      Errors errors,
      Supplier<CompletableFuture<Void>> flushSoon,
      Consumer<JournalException> takeNoMore) {
    this.views = views;
    this.flusher = flusher;
    this.merger = merger;
    this.files = files;
    this.retirement = retirement;
    this.errors = errors;
    this.flushSoon = flushSoon;
    this.takeNoMore = takeNoMore;
    this.flushes = Executors.newSingleThreadExecutor(task -> Threads.daemon("flush", task));
    this.merges = Executors.newSingleThreadScheduledExecutor(task -> Threads.daemon("merge", task));
  }

  /** Begins with what the last process had to leave. */
  void start() {
    merges.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Runs a flush on its thread. */
  void flush(Runnable flush) {
    flushes.execute(flush);
  }

  /** Writes a tail to a table; returns what went wrong, or null. */
  @Nullable JournalException flushNow(Tail full, long segment, long flushed) {
    JournalException failure;
    try {
      flusher.flush(full, segment, flushed);
      lastFlush = System.nanoTime();
      merges.execute(this::look);
      return null;
    } catch (RejectedExecutionException closed) {
      return null; // the next opening merges
    } catch (IOException e) {
      failure = Errors.isFull(e) ? errors.full(e) : errors.broken(e);
    } catch (RuntimeException | Error e) {
      failure = errors.broken(e);
    }
    LOG.error("a table could not be written; the log keeps its content", failure);
    return failure;
  }

  private void look() {
    try {
      if (System.nanoTime() - passEarliest >= 0) {
        pass();
      }
      while (!merger.isStopped() && merger.merge()) {
        // until there is no reason to
      }
    } catch (IOException e) {
      report(e);
      failed(e);
    } catch (RuntimeException e) {
      report(e);
    }
  }

  private void report(Exception e) {
    if (!merger.isStopped()) {
      LOG.warn("tables could not be merged or runs not be dropped; they stay as they are", e);
    }
  }

  /** After a failed write or sync, what the disk did with it is not known. */
  private JournalException failed(IOException e) {
    if (merger.isStopped()) {
      return errors.closed();
    }
    if (Errors.isFull(e)) {
      return errors.full(e);
    }
    JournalException failure = errors.broken(e);
    takeNoMore.accept(failure);
    return failure;
  }

  /** Takes at most a twentieth of the thread's time, however many runs there are. */
  private void pass() {
    long begin = System.nanoTime();
    long dropped = retirement.pass();
    long end = System.nanoTime();
    passEarliest = end + Math.max(PASS_NANOS_MIN, PASS_PART * (end - begin));
    boolean idle = end - lastFlush > FLUSH_IDLE_NANOS;
    if (dropped > 0
        && idle
        && views.get().tables().stream().anyMatch(Merger::willBeWorthRewriting)) {
      flushSoon.get(); // space comes free once a table says what was dropped
    }
  }

  /** Drops what retention does not keep, and gives back the space. Blocks until that is done. */
  void compact() {
    try {
      onMergingThread(
              () -> {
                retirement.pass();
                return null;
              })
          .join();
      flushSoon.get().join();
      onMergingThread(
              () -> {
                while (merger.merge()) {
                  // until there is no reason to
                }
                merger.mergeAll();
                return null;
              })
          .join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof JournalException known) {
        throw known;
      }
      throw cause instanceof IOException io ? failed(io) : errors.broken(cause);
    } catch (RejectedExecutionException e) {
      throw errors.closed();
    }
  }

  private CompletableFuture<Void> onMergingThread(Callable<Void> task) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    merges.execute(
        () -> {
          try {
            done.complete(task.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  /** Ends both threads. */
  void stop() {
    retirement.stop();
    merger.stop();
    flushes.shutdown();
    try {
      while (!flushes.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.warn("still waiting for a table to be written");
      }
      merges.shutdown(); // and no more looking from time to time
      while (!merges.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.warn("still waiting for a merge to stop");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts the committer", e);
    }
  }

  /** Notes up to where the log is durable. */
  void seal() throws IOException {
    files.seal();
  }
}
