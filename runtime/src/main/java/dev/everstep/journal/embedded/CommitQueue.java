package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Transition;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the committer: transitions, runs to drop, flushes that somebody asked for. Holds
 * callers back while the journal is behind, and knows whether it still takes anything. Thread-safe.
 */
final class CommitQueue {
  private static final int BATCH_RECORDS = 4096;
  private static final int BATCH_BYTES = 4 << 20;
  private static final int QUEUE_BYTES = 2 * BATCH_BYTES;

  private final Views views;
  private final Errors errors;
  private final int flushBytes;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final ArrayDeque<Pending> queue = new ArrayDeque<>();
  private List<Drop> drops = new ArrayList<>();
  private long queuedBytes;
  private boolean closing;
  private boolean idle;
  private List<CompletableFuture<Void>> flushWanted = new ArrayList<>();
  private List<CompletableFuture<Void>> flushAwaited = List.of();
  private @Nullable JournalException broken;
  private @Nullable JournalException flushFailure;
  private @Nullable Runnable beginFlush;

  /** A transition that waits for its frame. */
  record Pending(Transition transition, Frames.Item item, CompletableFuture<Void> done) {
    int bytes() {
      return item.bytes().length;
    }
  }

  /** Finished runs that are to be forgotten. */
  record Drop(List<RunId> runs, CompletableFuture<Void> done) {}

  CommitQueue(Views views, Errors errors, int flushBytes) {
    this.views = views;
    this.errors = errors;
    this.flushBytes = flushBytes;
  }

  /** Adds a transition; blocks while too much is buffered. */
  CompletableFuture<Void> add(Pending pending) {
    lock.lock();
    try {
      JournalException refusal = waitForRoom();
      if (refusal != null) {
        return CompletableFuture.failedFuture(refusal);
      }
      queue.add(pending);
      queuedBytes += pending.bytes();
      if (idle) {
        work.signal();
      }
    } finally {
      lock.unlock();
    }
    return pending.done;
  }

  /** Waits while too much is buffered; returns why the commit is refused, or null. */
  private @Nullable JournalException waitForRoom() {
    while (true) {
      if (closing || broken != null) {
        return refusal();
      }
      View view = views.get();
      boolean behind = view.frozen() != null && view.tail().bytes() >= flushBytes;
      if (behind && flushFailure != null) {
        return tryFlushAgain();
      }
      if (!behind && queuedBytes < QUEUE_BYTES) {
        return null;
      }
      room.awaitUninterruptibly();
    }
  }

  private JournalException refusal() {
    return closing || broken == null ? errors.closed() : errors.broken(broken.getCause());
  }

  /** After a full disk there may be space now; returns what the flush before failed with. */
  private @Nullable JournalException tryFlushAgain() {
    JournalException full = flushFailure;
    if (full != null && beginFlush != null) {
      flushFailure = null;
      beginFlush.run();
    }
    return full;
  }

  /**
   * Forgets those of the runs that are finished.
   *
   * @return completes when readers see it; it is durable with the next table only, which is early
   *     enough: what comes back after a crash is dropped again
   */
  CompletableFuture<Void> drop(List<RunId> runs) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    ask(done, () -> drops.add(new Drop(runs, done)));
    return done;
  }

  /**
   * Lets what is in memory go to a table soon, however little it is.
   *
   * @return completes when the table counts
   */
  CompletableFuture<Void> flushSoon() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    ask(
        done,
        () -> {
          flushWanted.add(done);
          tryFlushAgain();
        });
    return done;
  }

  private void ask(CompletableFuture<Void> done, Runnable change) {
    lock.lock();
    try {
      if (closing || broken != null) {
        done.completeExceptionally(refusal());
      } else {
        change.run();
        work.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for work, on the committer's thread; returns false once closed and drained.
   *
   * @param rotate see {@link #rotateIfFull}
   */
  boolean await(Supplier<Runnable> rotate) {
    lock.lock();
    try {
      while (queue.isEmpty() && drops.isEmpty()) {
        rotateIfFull(rotate);
        if (closing) {
          return false;
        }
        idle = true;
        work.awaitUninterruptibly();
        idle = false;
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Returns what goes into one frame, oldest first; empty if there is none. */
  List<Pending> take() {
    lock.lock();
    try {
      List<Pending> batch = new ArrayList<>();
      long bytes = 0;
      while (!queue.isEmpty()
          && batch.size() < BATCH_RECORDS
          && (batch.isEmpty() || bytes + queue.peek().bytes() <= BATCH_BYTES)) {
        Pending next = queue.poll();
        bytes += next.bytes();
        batch.add(next);
      }
      queuedBytes -= bytes;
      room.signalAll();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Returns the runs that are to be forgotten. */
  List<Drop> takeDrops() {
    lock.lock();
    try {
      List<Drop> taken = drops;
      drops = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Begins a flush if there is a reason to and none is under way. On the committer's thread.
   *
   * @param rotate puts a new tail in front; returns what begins the flush of the old one, and
   *     begins it again if it is run again
   */
  void rotateIfFull(Supplier<Runnable> rotate) {
    lock.lock();
    try {
      View view = views.get();
      if (broken != null || view.frozen() != null) {
        return;
      }
      if (view.tail().isEmpty()) {
        flushWanted.forEach(each -> each.complete(null));
        flushWanted.clear();
      } else if (view.tail().bytes() >= flushBytes || !flushWanted.isEmpty()) {
        flushAwaited = flushWanted;
        flushWanted = new ArrayList<>();
        beginFlush = rotate.get();
        beginFlush.run();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Says how a flush ended: null if its table counts. */
  void flushed(@Nullable JournalException failure) {
    lock.lock();
    try {
      if (failure == null) {
        flushAwaited.forEach(each -> each.complete(null));
      } else {
        flushAwaited.forEach(each -> each.completeExceptionally(failure));
        refuseFlushes(failure);
        if (failure.getCause() instanceof IOException io && Errors.isFull(io)) {
          flushFailure = failure;
        } else {
          broken = failure;
        }
      }
      flushAwaited = List.of();
      work.signal();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Those wait for a flush behind the one that failed, which may never come. */
  private void refuseFlushes(JournalException failure) {
    flushWanted.forEach(each -> each.completeExceptionally(failure));
    flushWanted.clear();
  }

  /** Returns why nothing is taken any more, or null. */
  @Nullable JournalException broken() {
    lock.lock();
    try {
      return broken;
    } finally {
      lock.unlock();
    }
  }

  /** Refuses all from now on, after a failed write or sync; returns what was still waiting. */
  List<Pending> fail(JournalException failure) {
    lock.lock();
    try {
      broken = failure;
      refuseFlushes(failure);
      List<Pending> waiting = new ArrayList<>(queue);
      queue.clear();
      queuedBytes = 0;
      work.signal();
      room.signalAll();
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  /** Refuses all from now on, after another thread's write or sync failed. */
  void takeNoMore(JournalException failure) {
    fail(failure).forEach(each -> each.done.completeExceptionally(failure));
  }

  /** Takes nothing more; what is queued is still to be written. */
  void close() {
    lock.lock();
    try {
      closing = true;
      work.signal();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses what nobody will take, once the committer has ended. */
  void end() {
    close();
    takeDrops().forEach(drop -> drop.done.completeExceptionally(errors.closed()));
    lock.lock();
    try {
      refuseFlushes(errors.closed());
    } finally {
      lock.unlock();
    }
  }
}
