package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.Head;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.StaleTransitionException;
import dev.everstep.journal.Transition;
import dev.everstep.journal.embedded.CommitQueue.Pending;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the log. Each round takes all that is queued, writes it as one frame
 * with one sync, publishes it to the tail, and only then completes the futures. The batch grows
 * while the disk is busy; there is no timer.
 */
final class Committer {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

  private final CommitQueue queue;
  private final Views views;
  private final LiveRuns live;
  private final Queries queries;
  private final Errors errors;
  private final int transitionBytesMax;
  private final SegmentLog log;
  private final Upkeep upkeep;
  private final Durable durable;

  private ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);

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
      CommitQueue queue,
      Views views,
      LiveRuns live,
      Queries queries,
      Errors errors,
      int transitionBytesMax,
      SegmentLog log,
      Upkeep upkeep,
      Durable durable) {
    this.queue = queue;
    this.views = views;
    this.live = live;
    this.queries = queries;
    this.errors = errors;
    this.transitionBytesMax = transitionBytesMax;
    this.log = log;
    this.upkeep = upkeep;
    this.durable = durable;
  }

  /** Encodes a transition and queues it. On any thread. */
  CompletableFuture<Void> commit(Transition transition) {
    long size = Records.transitionBytes(transition);
    if (size > transitionBytesMax) {
      return CompletableFuture.failedFuture(
          errors.tooLarge(
              transition.run(), (int) Math.min(Integer.MAX_VALUE, size), transitionBytesMax));
    }
    return queue.add(
        new Pending(
            transition,
            Frames.Item.of(transition.run(), Records.transition(transition)),
            new CompletableFuture<>()));
  }

  /** Asks the thread to finish what is queued and to end. */
  void close() {
    queue.close();
  }

  /** Runs until the journal is closed. */
  void run() {
    List<Pending> batch = List.of();
    try {
      while (queue.await(this::rotate)) {
        queue.takeDrops().forEach(this::forget);
        batch = queue.take();
        process(batch);
      }
    } catch (RuntimeException | Error e) {
      fail(errors.broken(e), batch);
      throw e;
    } finally {
      shutDown();
    }
  }

  private void forget(CommitQueue.Drop drop) {
    View view = views.get();
    for (RunId run : drop.runs()) {
      if (live.get(run) == null && !queries.isInQuarantine(run)) {
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
    drop.done().complete(null);
  }

  private void process(List<Pending> batch) {
    List<Pending> accepted = accept(batch);
    if (accepted.isEmpty()) {
      return;
    }
    List<Frames.Item> items = new ArrayList<>(accepted.size());
    for (Pending each : accepted) {
      items.add(each.item());
    }
    try {
      log.reserve(Frames.bytes(items));
    } catch (IOException e) {
      if (Errors.isFull(e)) {
        JournalException full = errors.full(e);
        accepted.forEach(each -> each.done().completeExceptionally(full));
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
      each.done().complete(null);
    }
  }

  /** Refuses what does not follow; the rest follows the stored heads and each other. */
  private List<Pending> accept(List<Pending> batch) {
    JournalException failure = queue.broken();
    if (failure != null) {
      JournalException refusal = errors.broken(failure.getCause());
      batch.forEach(each -> each.done().completeExceptionally(refusal));
      return List.of();
    }
    List<Pending> accepted = new ArrayList<>(batch.size());
    Map<RunId, Position> positions = new HashMap<>();
    for (Pending each : batch) {
      Transition transition = each.transition();
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
        each.done().completeExceptionally(e);
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
      tail.add(each.transition(), each.bytes());
      live.put(LiveRun.of(each.transition().head()));
    }
    durable.lsn += accepted.size();
    queue.rotateIfFull(this::rotate);
  }

  /** Puts a new tail in front; returns what begins the flush of the old one. */
  private Runnable rotate() {
    Tail rotated = views.rotate();
    long segment = log.segment();
    long flushed = durable.lsn();
    return () -> upkeep.flush(() -> queue.flushed(upkeep.flushNow(rotated, segment, flushed)));
  }

  private void fail(JournalException failure, List<Pending> accepted) {
    List<Pending> waiting = queue.fail(failure);
    LOG.error("the journal takes no more commits", failure);
    accepted.forEach(each -> each.done().completeExceptionally(failure));
    waiting.forEach(each -> each.done().completeExceptionally(failure));
  }

  private void shutDown() {
    queue.end();
    try {
      upkeep.stop();
      log.close();
      if (queue.broken() == null) {
        upkeep.seal();
      }
    } catch (IOException e) {
      LOG.warn("the journal was not closed cleanly; all that was acknowledged is durable", e);
    }
  }
}
