package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.Head;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.StaleTransitionException;
import dev.everstep.journal.Transition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the log. Each round takes all that is queued, writes it as one frame
 * with one sync, publishes it to the tail, and only then completes the futures. The batch grows
 * while the disk is busy; there is no timer.
 */
final class Committer {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final int BATCH_RECORDS = 4096;
  private static final int BATCH_BYTES = 4 << 20;
  private static final int QUEUE_BYTES = 2 * BATCH_BYTES;

  private final Views views;
  private final LiveRuns live;
  private final Queries queries;
  private final Errors errors;
  private final Options options;
  private final SegmentLog log;
  private final Upkeep upkeep;
  private final Durable durable;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final ArrayDeque<Pending> queue = new ArrayDeque<>();
  private final ArrayDeque<Drop> drops = new ArrayDeque<>();
  private long queuedBytes;
  private boolean closing;
  private boolean idle;
  private List<CompletableFuture<Void>> flushWanted = new ArrayList<>();
  private List<CompletableFuture<Void>> flushAwaited = List.of();
  private @Nullable JournalException broken;
  private @Nullable JournalException flushFailure;
  private @Nullable Runnable frozenFlush;

  private ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);

  /** A transition that waits for its frame. */
  private record Pending(Transition transition, Frames.Item item, CompletableFuture<Void> done) {
    int bytes() {
      return item.bytes().length;
    }
  }

  /** Finished runs that are to be forgotten. */
  private record Drop(List<RunId> runs, CompletableFuture<Void> done) {}

  /** The first lsn that is not durable; written by the committer. */
  static final class Durable {
    private volatile long lsn;

    Durable(long lsn) {
      this.lsn = lsn;
    }

    long lsn() {
      return lsn;
    }
  }

  Committer(
      Views views,
      LiveRuns live,
      Queries queries,
      Errors errors,
      Options options,
      SegmentLog log,
      Upkeep upkeep,
      Durable durable) {
    this.views = views;
    this.live = live;
    this.queries = queries;
    this.errors = errors;
    this.options = options;
    this.log = log;
    this.upkeep = upkeep;
    this.durable = durable;
  }

  CompletableFuture<Void> commit(Transition transition) {
    long size = Records.transitionBytes(transition);
    if (size > options.transitionBytesMax()) {
      return CompletableFuture.failedFuture(
          errors.tooLarge(
              transition.run(),
              (int) Math.min(Integer.MAX_VALUE, size),
              options.transitionBytesMax()));
    }
    Pending pending =
        new Pending(
            transition,
            Frames.Item.of(transition.run(), Records.transition(transition)),
            new CompletableFuture<>());
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
      if (closing) {
        return errors.closed();
      }
      if (broken != null) {
        return errors.broken(broken.getCause());
      }
      View view = views.get();
      boolean behind = view.frozen() != null && view.tail().bytes() >= options.flushBytes();
      if (behind && flushFailure != null) {
        JournalException full = flushFailure;
        flushFailure = null;
        upkeep.flush(frozenFlush); // try again: there may be space now
        return full;
      }
      if (!behind && queuedBytes < QUEUE_BYTES) {
        return null;
      }
      room.awaitUninterruptibly();
    }
  }

  /**
   * Forgets those of the runs that are finished.
   *
   * @return completes when readers see it; it is durable with the next table only, which is early
   *     enough: what comes back after a crash is dropped again
   */
  CompletableFuture<Void> drop(List<RunId> runs) {
    Drop drop = new Drop(runs, new CompletableFuture<>());
    lock.lock();
    try {
      if (closing || broken != null) {
        drop.done.completeExceptionally(refusal());
      } else {
        drops.add(drop);
        work.signal();
      }
    } finally {
      lock.unlock();
    }
    return drop.done;
  }

  /**
   * Lets what is in memory go to a table soon, however little it is.
   *
   * @return completes when the table counts
   */
  CompletableFuture<Void> flushSoon() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    lock.lock();
    try {
      if (closing || broken != null) {
        done.completeExceptionally(refusal());
      } else {
        flushWanted.add(done);
        if (flushFailure != null) {
          flushFailure = null;
          upkeep.flush(frozenFlush); // the one before failed: there may be space now
        }
        work.signal();
      }
    } finally {
      lock.unlock();
    }
    return done;
  }

  /** Runs until the journal is closed. */
  void run() {
    List<Pending> batch = List.of();
    try {
      while (awaitWork()) {
        forget();
        batch = take();
        process(batch);
      }
    } catch (RuntimeException | Error e) {
      fail(errors.broken(e), batch);
      throw e;
    } finally {
      shutDown();
    }
  }

  /** Waits for work; returns false once closed and drained. */
  private boolean awaitWork() {
    lock.lock();
    try {
      while (queue.isEmpty() && drops.isEmpty()) {
        rotateIfFull();
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

  private List<Pending> take() {
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

  private void forget() {
    while (true) {
      Drop drop;
      lock.lock();
      try {
        drop = drops.poll();
      } finally {
        lock.unlock();
      }
      if (drop == null) {
        return;
      }
      View view = views.get();
      for (RunId run : drop.runs) {
        if (live.get(run) == null) {
          boolean older = view.frozen() != null && view.frozen().head(run) != null;
          for (TableFile table : view.tables()) {
            if (table.mayContain(run)) {
              table.doom();
              older = true;
            }
          }
          view.tail().drop(run, older);
        }
      }
      drop.done.complete(null);
    }
  }

  private void process(List<Pending> batch) {
    List<Pending> accepted = accept(batch);
    if (accepted.isEmpty()) {
      return;
    }
    List<Frames.Item> items = new ArrayList<>(accepted.size());
    for (Pending each : accepted) {
      items.add(each.item);
    }
    try {
      log.reserve(Frames.bytes(items));
    } catch (IOException e) {
      if (Errors.isFull(e)) {
        JournalException full = errors.full(e);
        accepted.forEach(each -> each.done.completeExceptionally(full));
      } else {
        fail(errors.broken(e), accepted);
      }
      return;
    }
    try {
      log.append(frame(items));
    } catch (IOException e) {
      fail(errors.broken(e), accepted);
      return;
    }
    publish(accepted);
    for (Pending each : accepted) {
      each.done.complete(null);
    }
  }

  /** Refuses what does not follow; the rest follows the stored heads and each other. */
  private List<Pending> accept(List<Pending> batch) {
    JournalException failure = broken();
    if (failure != null) {
      JournalException refusal = errors.broken(failure.getCause());
      batch.forEach(each -> each.done.completeExceptionally(refusal));
      return List.of();
    }
    List<Pending> accepted = new ArrayList<>(batch.size());
    Map<RunId, Position> positions = new HashMap<>();
    for (Pending each : batch) {
      Transition transition = each.transition;
      RunId run = transition.run();
      try {
        Position position = positions.get(run);
        if (position == null) {
          position = position(run);
        }
        if (transition.firstSeq() != position.next || position.finished) {
          throw new StaleTransitionException(run, transition.firstSeq(), position.next);
        }
        positions.put(
            run,
            new Position(transition.head().seq() + 1, transition.head().status().isFinished()));
        accepted.add(each);
      } catch (JournalException e) {
        each.done.completeExceptionally(e);
      }
    }
    return accepted;
  }

  /** Where a run is: the seq that follows, and whether none does. */
  private record Position(long next, boolean finished) {}

  private Position position(RunId run) {
    LiveRun now = live.get(run);
    if (now != null) {
      return new Position(now.seq() + 1, false);
    }
    Head head = queries.head(run);
    return head == null ? new Position(0, false) : new Position(head.seq() + 1, true);
  }

  private @Nullable JournalException broken() {
    lock.lock();
    try {
      return broken;
    } finally {
      lock.unlock();
    }
  }

  private ByteBuffer frame(List<Frames.Item> items) {
    int bytes = Math.toIntExact(Frames.bytes(items));
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocateDirect(Math.max(bytes, buffer.capacity() * 2));
    }
    buffer.clear();
    Frames.put(buffer, log.place(), durable.lsn(), items);
    return buffer.flip();
  }

  private void publish(List<Pending> accepted) {
    Tail tail = views.get().tail();
    for (Pending each : accepted) {
      tail.add(each.transition, each.bytes());
      live.put(LiveRun.of(each.transition.head()));
    }
    durable.lsn += accepted.size();
    lock.lock();
    try {
      rotateIfFull();
    } finally {
      lock.unlock();
    }
  }

  private void rotateIfFull() {
    View view = views.get();
    if (broken != null || view.frozen() != null) {
      return;
    }
    if (view.tail().isEmpty()) {
      flushWanted.forEach(each -> each.complete(null));
      flushWanted.clear();
      return;
    }
    if (view.tail().bytes() < options.flushBytes() && flushWanted.isEmpty()) {
      return;
    }
    flushAwaited = flushWanted;
    flushWanted = new ArrayList<>();
    Tail rotated = views.rotate();
    long segment = log.segment();
    long flushed = durable.lsn();
    frozenFlush = () -> flushed(upkeep.flushNow(rotated, segment, flushed));
    upkeep.flush(frozenFlush);
  }

  private void flushed(@Nullable JournalException failure) {
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

  private JournalException refusal() {
    return closing || broken == null ? errors.closed() : errors.broken(broken.getCause());
  }

  /** Those wait for a flush behind the one that failed, which may never come. */
  private void refuseFlushes(JournalException failure) {
    flushWanted.forEach(each -> each.completeExceptionally(failure));
    flushWanted.clear();
  }

  /** Refuses all commits from now on, after another thread's write or sync failed. */
  void takeNoMore(JournalException failure) {
    lock.lock();
    try {
      broken = failure;
      refuseFlushes(failure);
      work.signal();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void fail(JournalException failure, List<Pending> accepted) {
    List<Pending> waiting;
    lock.lock();
    try {
      broken = failure;
      refuseFlushes(failure);
      waiting = new ArrayList<>(queue);
      queue.clear();
      queuedBytes = 0;
      room.signalAll();
    } finally {
      lock.unlock();
    }
    LOG.error("the journal takes no more commits", failure);
    accepted.forEach(each -> each.done.completeExceptionally(failure));
    waiting.forEach(each -> each.done.completeExceptionally(failure));
  }

  /** Asks the thread to finish what is queued and to end. */
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

  private void shutDown() {
    lock.lock();
    try {
      closing = true;
      drops.forEach(drop -> drop.done.completeExceptionally(errors.closed()));
      drops.clear();
      refuseFlushes(errors.closed());
    } finally {
      lock.unlock();
    }
    try {
      upkeep.stop();
      log.close();
      if (broken() == null) {
        upkeep.seal();
      }
    } catch (IOException e) {
      LOG.warn("the journal was not closed cleanly; all that was acknowledged is durable", e);
    }
  }
}
