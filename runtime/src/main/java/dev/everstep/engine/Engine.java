package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.UnreadableValueException;
import dev.everstep.annotations.OnCrash;
import dev.everstep.codec.FrameMismatchException;
import dev.everstep.codec.SizeLimit;
import dev.everstep.codec.ValueCodec;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Payload;
import dev.everstep.journal.StaleTransitionException;
import dev.everstep.pieces.Documents;
import dev.everstep.state.HeadState;
import dev.everstep.state.Wait;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell around {@link Advance}: takes events, commits changes, and performs the action of a
 * state once it is durable. Thread-safe.
 *
 * <p>A journal that refuses or a fault of the engine ends what is done for that run in this
 * process: the run stays where the journal has it, whoever waits for it gets the error, and the
 * next open goes on with it.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Journal journal;
  private final Workflows workflows;
  private final Clock clock;
  private final Advance advance;
  private final Segments segments;
  private final ScheduledThreadPoolExecutor alarms;
  private final Attempts attempts;
  private final Timers timers;
  private final Checkpoints checkpoints;
  private final StuckRuns stuckRuns;
  private final OpenRuns openRuns;
  private final Starts starts;
  private final EngineOptions options;
  private final Waiters waiters = new Waiters();
  private final Semaphore turns;
  private volatile boolean closing;

  private Engine(
      Journal journal,
      Workflows workflows,
      Instances instances,
      ValueCodec values,
      EngineOptions options) {
    this.journal = journal;
    this.workflows = workflows;
    this.clock = options.clock();
    this.options = options;
    this.advance = new Advance(values, options);
    int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
    this.segments = new Segments(processors);
    this.turns = new Semaphore(processors);
    this.alarms = new ScheduledThreadPoolExecutor(1, StepThreads.named("everstep-alarm"));
    this.alarms.setRemoveOnCancelPolicy(true);
    this.alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.attempts =
        new Attempts(
            clock,
            values,
            instances,
            SizeLimit.stepOutput(options.limits()),
            new StepThreads(options.stepThreads()),
            alarms,
            this::attemptEnded);
    this.timers = new Timers(journal, clock, alarms, this::wake);
    this.checkpoints = new Checkpoints(journal, alarms, timers, waiters, new Decided());
    this.stuckRuns = new StuckRuns(journal, workflows, advance, checkpoints, options);
    this.openRuns = new OpenRuns(journal.openRuns(), options.limits().openRunsMax());
    this.starts = new Starts(journal, clock, openRuns, advance, segments, checkpoints);
  }

  /**
   * Opens an engine over a journal, which it owns from then on, and goes on with every unfinished
   * run that is in it.
   *
   * @throws dev.everstep.GuardMissingException ES602 if the agent was asked to forbid and failed
   */
  public static Engine open(
      Journal journal,
      Workflows workflows,
      Instances instances,
      ValueCodec values,
      EngineOptions options) {
    GuardedSegment.check();
    Engine engine = new Engine(journal, workflows, instances, values, options);
    Instant opened = engine.now();
    for (RunId run : Recovery.inFlight(journal)) {
      engine.onSegment(run, () -> journal.head(run).ifPresent(engine::recover));
    }
    engine.timers.look();
    engine.segments.execute(() -> engine.retryStuck(opened));
    return engine;
  }

  /**
   * Starts a run and waits until that is durable.
   *
   * @param run its id; if a run has it, nothing is started
   * @param input the arguments, a JSON array that {@code code}'s parameters were written to
   * @throws InvalidInputException ES104 if a run of another workflow has the id; ES105 if the
   *     engine is closed
   * @throws dev.everstep.TooManyRunsException ES108 if there are as many open runs as allowed
   * @throws JournalException if the journal refuses; ES304 if the transition is above its limit,
   *     ES308 if the disk is full. Nothing is stored then, and the same call can be made again
   */
  public void start(RunId run, WorkflowCode code, Payload input) {
    checkOpen();
    starts.start(run, code, input);
  }

  /** Returns where a run is; empty if there is no such run. */
  public Optional<Head> head(RunId run) {
    return journal.head(run);
  }

  /** Returns what a run's head holds. */
  public HeadState state(Head head) {
    return HeadState.read(Documents.state(journal, head));
  }

  /** Returns a future of the head that ends the wait for a run: finished or stuck. */
  public CompletableFuture<Head> ended(RunId run) {
    checkOpen();
    CompletableFuture<Head> future = waiters.of(run);
    // Registered before the look, so an end between the two is seen by one of them. The journal's
    // word counts: a run that was stopped here may have gone on, and its end can be seen already.
    Optional<Head> end = journal.head(run).filter(Engine::endsWait);
    end.ifPresent(waiters::ended);
    return end.map(CompletableFuture::completedFuture).orElse(future);
  }

  /**
   * Lets a stuck run try again, whatever it is stuck on; no effect on a run that is not stuck.
   * Returns when that is durable.
   *
   * @return what the run is stuck on all the same; empty if it goes on, or was not stuck
   */
  public Optional<HeadState.Stuck> retryStuck(RunId run) {
    checkOpen();
    if (journal.head(run).filter(head -> head.status() == RunStatus.STUCK).isEmpty()) {
      return Optional.empty();
    }
    waiters.goesOn(run);
    // Waits, so that who asks for the result afterwards is not told of the state before.
    try {
      return segments.await(() -> stuckRuns.retry(run, true));
    } catch (StaleTransitionException e) {
      LOG.debug("another thread has let run {} go on", run, e);
      return Optional.empty();
    }
  }

  /** Returns the workflows that this engine can run. */
  public Workflows workflows() {
    return workflows;
  }

  private static boolean endsWait(Head head) {
    return head.status() != RunStatus.RUNNING;
  }

  // Events

  private void attemptEnded(RunState state, Event event, boolean ownThread) {
    if (event instanceof Event.AttemptStopped stopped
        && stopped.startedAt() != null
        && state.policy().onCrash() == OnCrash.FAIL) {
      return; // The function may have acted: as after a crash, the next open fails the step.
    }
    // What follows a function runs where the function ran, which saves the run a change of threads
    // at each step; unless as many segments run so as there are processors.
    if (ownThread && turns.tryAcquire()) {
      try {
        guarded(state.run(), () -> apply(state, event));
      } finally {
        turns.release();
      }
    } else {
      onSegment(state.run(), () -> apply(state, event));
    }
  }

  private void wake(RunId run) {
    onSegment(
        run,
        () -> {
          Head head = journal.head(run).orElse(null);
          if (head == null || head.wakeAt() == null) {
            timers.moved(run);
            return;
          }
          if (head.wakeAt().isAfter(now())) {
            // What was due when the timers were looked at is over; the run sleeps again.
            timers.moved(run);
            timers.arm(head.wakeAt());
            return;
          }
          stuckRuns.load(head).ifPresent(state -> apply(state, fired()));
        });
  }

  /** Wakes what is due by the clock, without waiting for an alarm. */
  void lookAtTimers() {
    timers.look();
  }

  /** Tries for space on the disk, without waiting for an alarm. */
  void tryForSpace() {
    checkpoints.tryForSpace();
  }

  private Event fired() {
    return new Event.TimerFired(now());
  }

  private void recover(Head head) {
    stuckRuns.load(head).ifPresent(state -> apply(state, new Event.AttemptLost(now())));
  }

  private void retryStuck(Instant opened) {
    try {
      Recovery.stuckBefore(
          journal, opened, head -> onSegment(head.run(), () -> stuckRuns.retry(head.run(), false)));
    } catch (JournalException e) {
      LOG.error("stuck runs were not tried again", e);
    }
  }

  // The way of every event: restore, apply, commit, and when that is durable, act.

  private void apply(RunState state, Event event) {
    Change change;
    try {
      change = advance.apply(advance.restore(state), event);
    } catch (FrameMismatchException | UnreadableValueException e) {
      change = advance.apply(state, stuck(e));
    }
    commit(state, change);
  }

  private Event stuck(EverstepException reason) {
    return new Event.GotStuck(now(), reason.code(), String.valueOf(reason.getMessage()), false);
  }

  private CompletableFuture<?> commit(RunState before, Change change) {
    return checkpoints.commit(before, change);
  }

  // Nothing was written: the run is where it was, and says why it cannot leave.
  private void tooLarge(RunState before, ErrorCode code, String reason) {
    Event event = new Event.GotStuck(now(), code, reason, false);
    onSegment(before.run(), () -> commit(before, advance.apply(before, event)));
  }

  private void perform(RunState state) {
    if (state.status() != RunStatus.RUNNING) {
      if (state.status() == RunStatus.STUCK) {
        HeadState.Stuck stuck = state.state().stuck();
        LOG.warn("run {} is stuck: {}", state.run(), stuck == null ? "" : stuck.reason());
      }
      if (state.status().isFinished()) {
        openRuns.closed();
      }
      waiters.ended(state.head());
      return;
    }
    Wait waiting = state.state().waiting();
    if (waiting instanceof Wait.Sleep sleep) {
      timers.arm(sleep.until());
    } else if (waiting instanceof Wait.Step step && step.dueAt() != null) {
      timers.arm(step.dueAt());
    } else if (waiting instanceof Wait.Step step) {
      attempts.start(state, step);
    } else {
      throw new IllegalStateException("running without anything to wait for: " + waiting);
    }
  }

  private void onSegment(RunId run, Runnable segment) {
    try {
      segments.execute(() -> guarded(run, segment));
    } catch (RejectedExecutionException e) {
      LOG.debug("run {} stays where the journal has it", run, e);
    }
  }

  private void guarded(RunId run, Runnable segment) {
    try {
      segment.run();
    } catch (RuntimeException | Error e) {
      checkpoints.stop(run, e);
    }
  }

  private Instant now() {
    return clock.instant();
  }

  private void checkOpen() {
    if (closing) {
      throw closed();
    }
  }

  /** Returns the refusal of a call on a closed engine. */
  static InvalidInputException closed() {
    return new InvalidInputException(
        ErrorCode.ES105, "this Everstep is closed. Open the data directory again to go on.");
  }

  /**
   * Stops advancing runs: waits for attempts in flight as long as the options say, interrupts the
   * others, then closes the journal. Runs go on at the next open. Idempotent.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
      checkpoints.close();
    }
    alarms.shutdownNow();
    attempts.close(options.closeWait());
    checkpoints.tryForTheLastTime();
    segments.shutdown();
    try {
      if (!segments.awaitTermination(10)) {
        LOG.warn(
            "left a workflow segment behind that has run for 10 s; its run goes on from its last checkpoint");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    journal.close();
    waiters.close(closed());
  }

  /** What follows a change. */
  private final class Decided implements Checkpoints.Outcome {
    @Override
    public void durable(RunState state) {
      perform(state);
    }

    @Override
    public void tooLarge(RunState before, ErrorCode code, String reason) {
      Engine.this.tooLarge(before, code, reason);
    }

    @Override
    public void onSegment(RunId run, Runnable task) {
      Engine.this.onSegment(run, task);
    }
  }
}
