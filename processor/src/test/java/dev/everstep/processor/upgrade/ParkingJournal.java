package dev.everstep.processor.upgrade;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.codec.FrameCodec;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.Timer;
import dev.everstep.journal.Transition;
import dev.everstep.journal.memory.InMemoryJournal;
import dev.everstep.pieces.Documents;
import dev.everstep.state.HeadState;
import dev.everstep.state.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A journal of one run that survives its engine. It can park the run: once the n-th operation is
 * scheduled, nothing more is stored, as if the process ended there. It logs each operation in the
 * {@link World}. Its clock stands still until {@link #goOn}.
 */
final class ParkingJournal implements Journal {
  static final RunId RUN = new RunId("r1");

  /** Why nothing more happens with the run for now. */
  enum Stop {
    /** It is in flight at the operation that was asked for. */
    PARKED,
    /** It waits for time. */
    ASLEEP,
    /** It has finished, or is stuck. */
    ENDED
  }

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final InMemoryJournal stored = new InMemoryJournal();
  private int parkAt;
  private final BlockingQueue<Stop> stops = new LinkedBlockingQueue<>();
  private final BlockingQueue<Transition> lost = new LinkedBlockingQueue<>();
  private final List<String> points = new ArrayList<>();
  private volatile Instant now = START;
  private volatile boolean open = true;
  private long lastOp = -1;

  /** Creates a journal that parks its run at its n-th operation, from 1; 0 for never. */
  ParkingJournal(int parkAt) {
    this.parkAt = parkAt;
  }

  /** Returns the clock, which this sets. */
  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  /** Waits until nothing more happens. */
  Stop awaitStop() throws InterruptedException {
    Stop stop = stops.poll(30, TimeUnit.SECONDS);
    if (stop == null) {
      throw new AssertionError("does not stop: " + points() + ", " + stored.head(RUN));
    }
    return stop;
  }

  /** Forgets the transitions that came too late to be stored. */
  void forgetLost() {
    lost.clear();
  }

  /** Waits for a transition that comes too late to be stored. */
  Transition awaitLost() throws InterruptedException {
    Transition transition = lost.poll(30, TimeUnit.SECONDS);
    if (transition == null) {
      throw new AssertionError("nothing is committed: " + stored.head(RUN));
    }
    return transition;
  }

  /** Returns where the run is. */
  HeadState state() {
    return HeadState.read(Documents.state(stored, stored.head(RUN).orElseThrow()));
  }

  /** Returns the places of all operations so far. */
  synchronized List<String> points() {
    return List.copyOf(points);
  }

  /** Lets a second pass, so that what comes now is later than what was. */
  void passTime() {
    now = now.plusSeconds(1);
  }

  /** Lets time pass until what the run waits for is due, and takes transitions again. */
  synchronized void goOn() {
    Instant due = stored.head(RUN).orElseThrow().wakeAt();
    now = due == null ? now : due;
    if (!open) {
      open = true;
      parkAt = 0;
    }
  }

  @Override
  public synchronized CompletableFuture<Void> commit(Transition transition) {
    if (!open) {
      lost.add(transition);
      return new CompletableFuture<>();
    }
    CompletableFuture<Void> done = stored.commit(transition);
    Head head = transition.head();
    if (done.isCompletedExceptionally()) {
      return done;
    }
    if (head.status() != RunStatus.RUNNING) {
      stops.add(Stop.ENDED);
      return done;
    }
    scheduled(state());
    if (points.size() == parkAt) {
      open = false;
      stops.add(Stop.PARKED);
    } else if (head.wakeAt() != null && head.wakeAt().isAfter(now)) {
      stops.add(Stop.ASLEEP); // else it is due, and goes on by itself
    }
    return done;
  }

  private void scheduled(HeadState state) {
    long op = -1;
    String effect = "";
    if (state.waiting() instanceof Wait.Step step) {
      op = step.op();
    } else if (state.waiting() instanceof Wait.Sleep sleep) {
      op = sleep.op();
      effect = " " + Duration.between(now, sleep.until());
    }
    if (op > lastOp) {
      lastOp = op;
      String place = place(state.frames());
      points.add(place);
      World.log("@" + place + effect);
      if (state.waiting() instanceof Wait.Step step) {
        World.log("with " + step.input());
      }
    }
  }

  private static String place(@Nullable Payload frames) {
    return frames == null
        ? "?"
        : FrameCodec.parse(frames).stream()
            .map(frame -> frame.method() + "/" + frame.point())
            .collect(Collectors.joining(" "));
  }

  @Override
  public Optional<Head> head(RunId run) {
    return stored.head(run);
  }

  @Override
  public List<Entry> entries(RunId run, long fromSeq, int limit) {
    return stored.entries(run, fromSeq, limit);
  }

  @Override
  public List<Head> runs(RunQuery query) {
    return stored.runs(query);
  }

  @Override
  public List<RunId> active(@Nullable RunId after, int limit) {
    return stored.active(after, limit);
  }

  @Override
  public long openRuns() {
    return stored.openRuns();
  }

  @Override
  public List<Timer> due(Instant until, int limit) {
    return stored.due(until, limit);
  }

  @Override
  public Optional<Instant> nextDue() {
    return stored.nextDue();
  }

  @Override
  public Map<RunId, String> quarantined() {
    return stored.quarantined();
  }

  /** Does nothing: the next engine goes on with it. */
  @Override
  public void close() {}
}
