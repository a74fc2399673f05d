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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the log. Each round takes all that is queued, writes it as one frame
 * with one sync, publishes it to the tail, and only then completes the futures.
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
  private final Flusher flusher;
  private final ExecutorService flushes;
  private final ExecutorService merges;
  private final Durable durable;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final ArrayDeque<Pending> queue = new ArrayDeque<>();
  private long queuedBytes;
  private boolean closing;
  private boolean idle;
  private @Nullable JournalException broken;
  private @Nullable JournalException flushFailure;
  private @Nullable Runnable frozenFlush;

  private ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);

  /** A transition that waits for its frame. */
  private record Pending(Transition transition, byte[] bytes, CompletableFuture<Void> done) {}

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
      Flusher flusher,
      ExecutorService flushes,
      ExecutorService merges,
      Durable durable) {
    this.views = views;
    this.live = live;
    this.queries = queries;
    this.errors = errors;
    this.options = options;
    this.log = log;
    this.flusher = flusher;
    this.flushes = flushes;
    this.merges = merges;
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
        new Pending(transition, Records.transition(transition), new CompletableFuture<>());
    lock.lock();
    try {
      JournalException refusal = waitForRoom();
      if (refusal != null) {
        return CompletableFuture.failedFuture(refusal);
      }
      queue.add(pending);
      queuedBytes += pending.bytes.length;
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
        flushes.execute(frozenFlush); // try again: there may be space now
        return full;
      }
      if (!behind && queuedBytes < QUEUE_BYTES) {
        return null;
      }
      room.awaitUninterruptibly();
    }
  }

  /** Runs until the journal is closed. */
  void run() {
    List<Pending> batch = List.of();
    try {
      merges.execute(this::merge); // what the last process had to leave
      batch = take();
      while (!batch.isEmpty()) {
        process(batch);
        batch = take();
      }
    } catch (RuntimeException | Error e) {
      fail(errors.broken(e), batch);
      throw e;
    } finally {
      shutDown();
    }
  }

  /** Waits for work; returns an empty batch once closed and drained. */
  private List<Pending> take() {
    lock.lock();
    try {
      while (queue.isEmpty()) {
        rotateIfFull();
        if (closing) {
          return List.of();
        }
        idle = true;
        work.awaitUninterruptibly();
        idle = false;
      }
      List<Pending> batch = new ArrayList<>();
      long bytes = 0;
      while (!queue.isEmpty()
          && batch.size() < BATCH_RECORDS
          && (batch.isEmpty() || bytes + queue.peek().bytes.length <= BATCH_BYTES)) {
        Pending next = queue.poll();
        bytes += next.bytes.length;
        batch.add(next);
      }
      queuedBytes -= bytes;
      room.signalAll();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void process(List<Pending> batch) {
    List<Pending> accepted = accept(batch);
    if (accepted.isEmpty()) {
      return;
    }
    List<byte[]> records = new ArrayList<>(accepted.size());
    for (Pending each : accepted) {
      records.add(each.bytes);
    }
    try {
      log.reserve(Frames.bytes(records));
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
      log.append(frame(records));
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
    if (isBroken()) {
      JournalException refusal = errors.broken(broken.getCause());
      batch.forEach(each -> each.done.completeExceptionally(refusal));
      return List.of();
    }
    List<Pending> accepted = new ArrayList<>(batch.size());
    Map<RunId, Head> heads = new HashMap<>();
    for (Pending each : batch) {
      Transition transition = each.transition;
      RunId run = transition.run();
      try {
        Head head = heads.containsKey(run) ? heads.get(run) : queries.head(run);
        long expected = head == null ? 0 : head.seq() + 1;
        if (transition.firstSeq() != expected || (head != null && head.status().isFinished())) {
          throw new StaleTransitionException(run, transition.firstSeq(), expected);
        }
        heads.put(run, transition.head());
        accepted.add(each);
      } catch (JournalException e) {
        each.done.completeExceptionally(e);
      }
    }
    return accepted;
  }

  private boolean isBroken() {
    lock.lock();
    try {
      return broken != null;
    } finally {
      lock.unlock();
    }
  }

  private ByteBuffer frame(List<byte[]> records) {
    int bytes = Math.toIntExact(Frames.bytes(records));
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocateDirect(Math.max(bytes, buffer.capacity() * 2));
    }
    buffer.clear();
    Frames.put(buffer, durable.lsn(), records);
    return buffer.flip();
  }

  private void publish(List<Pending> accepted) {
    Tail tail = views.get().tail();
    for (Pending each : accepted) {
      tail.add(each.transition, each.bytes.length);
      live.put(each.transition.head());
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
    if (broken != null || view.frozen() != null || view.tail().bytes() < options.flushBytes()) {
      return;
    }
    Tail full = views.rotate();
    long segment = log.segment();
    long flushed = durable.lsn();
    frozenFlush = () -> flush(full, segment, flushed);
    flushes.execute(frozenFlush);
  }

  private void flush(Tail full, long segment, long flushed) {
    JournalException failure = null;
    try {
      flusher.flush(full, segment, flushed);
    } catch (IOException e) {
      failure = Errors.isFull(e) ? errors.full(e) : errors.broken(e);
      LOG.error("a table could not be written; the log keeps its content", failure);
    } catch (RuntimeException | Error e) {
      failure = errors.broken(e);
      LOG.error("a table could not be written; the log keeps its content", failure);
    }
    lock.lock();
    try {
      if (failure == null) {
        merges.execute(this::merge);
      } else if (failure.getCause() instanceof IOException io && Errors.isFull(io)) {
        flushFailure = failure;
      } else {
        broken = failure;
      }
      work.signal();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void merge() {
    try {
      flusher.merge();
    } catch (IOException | RuntimeException e) {
      if (!flusher.isStopped()) {
        LOG.warn("tables could not be merged; they stay as they are", e);
      }
    }
  }

  private void fail(JournalException failure, List<Pending> accepted) {
    List<Pending> waiting;
    lock.lock();
    try {
      broken = failure;
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
    flusher.stop();
    flushes.shutdown();
    try {
      while (!flushes.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.warn("still waiting for a table to be written");
      }
      merges.shutdown();
      while (!merges.awaitTermination(1, TimeUnit.MINUTES)) {
        LOG.warn("still waiting for a merge to stop");
      }
      log.close();
      if (!isBroken()) {
        flusher.seal();
      }
    } catch (IOException e) {
      LOG.warn("the journal was not closed cleanly; all that was acknowledged is durable", e);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts the committer", e);
    }
  }
}
