package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.StaleTransitionException;
import dev.everstep.journal.Transition;
import dev.everstep.state.HeadState;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes changes durable and hands on what follows: the new state once it is, or what a refusal of
 * the journal means for the run. Thread-safe.
 *
 * <pre>
 * refusal                       what becomes of the run
 * disk full (ES308)             waits here with its change, which is tried again
 * above a limit (ES304)         stuck where the journal has it
 * above a limit, of a stuck run still stuck
 * stale, of a stuck run         somebody else has let it go on
 * anything else                 stopped: nothing more is done for it in this process
 * </pre>
 */
final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  /** What the engine does with a change that is decided. */
  interface Outcome {
    /** Performs the action of a durable state; on a thread of the journal, so it hands over. */
    void durable(RunState state);

    /** Makes a run stuck that is too large to be stored where it wants to go. */
    void tooLarge(RunState before, ErrorCode code, String reason);

    /** Runs something that may block, for a run. */
    void onSegment(RunId run, Runnable task);
  }

  private final Journal journal;
  private final Timers timers;
  private final Waiters waiters;
  private final Outcome outcome;
  private final WaitingForSpace waitingForSpace;
  private volatile boolean closing;
  private volatile boolean left;

  Checkpoints(
      Journal journal,
      ScheduledExecutorService alarms,
      Timers timers,
      Waiters waiters,
      Outcome outcome) {
    this.journal = journal;
    this.timers = timers;
    this.waiters = waiters;
    this.outcome = outcome;
    this.waitingForSpace = new WaitingForSpace(alarms, outcome::onSegment);
  }

  /**
   * Commits a change.
   *
   * @param before what the journal has
   * @return what the journal answered; the outcome has been dealt with by then
   */
  CompletableFuture<?> commit(RunState before, Change change) {
    return journal
        .commit(change.transition())
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                committed(before.head());
                settled(change.next());
              } else {
                refused(before, change, failure);
              }
            });
  }

  /** Commits that a run is stuck that cannot be restored. */
  CompletableFuture<?> commitStuck(Head before, Transition transition) {
    return journal
        .commit(transition)
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                committed(before);
                waiters.ended(transition.head());
              } else if (before.status() == RunStatus.STUCK
                  && failure instanceof StaleTransitionException) {
                LOG.debug("somebody else has let run {} go on", before.run(), failure);
              } else if (waitsForSpace(failure)) {
                waitingForSpace.add(before.run(), () -> commitStuck(before, transition), failure);
              } else {
                stop(before.run(), failure);
              }
            });
  }

  // Before the action, which may be to wait for time again. Only what a timer began ends there: the
  // head of a run that begins to wait can be seen, and be woken, before its own commit is answered.
  private void committed(Head before) {
    if (before.wakeAt() != null) {
      timers.moved(before.run());
    }
    waiters.goesOn(before.run());
  }

  /** Performs the action of a durable state; a fault in it stops the run. */
  void settled(RunState state) {
    try {
      outcome.durable(state);
    } catch (RuntimeException e) {
      stop(state.run(), e);
    }
  }

  private void refused(RunState before, Change change, Throwable failure) {
    boolean wasStuck = before.status() == RunStatus.STUCK;
    if (wasStuck && failure instanceof StaleTransitionException) {
      return;
    }
    if (waitsForSpace(failure)) {
      // Nothing was written and nobody has seen the change, so the same one can be committed later:
      // the function is not called again for want of space.
      waitingForSpace.add(before.run(), () -> commit(before, change), failure);
    } else if (wasStuck && has(failure, ErrorCode.ES304)) {
      LOG.warn("run {} is still stuck", before.run(), failure);
    } else if (has(failure, ErrorCode.ES304)
        && !Objects.equals(change.next().state().waiting(), before.state().waiting())) {
      HeadState.Stuck why = change.next().state().stuck();
      outcome.tooLarge(
          before,
          why == null ? ErrorCode.ES304 : why.code(),
          why == null ? String.valueOf(failure.getMessage()) : why.reason());
    } else {
      stop(before.run(), failure);
    }
  }

  private boolean waitsForSpace(Throwable failure) {
    return !left && has(failure, ErrorCode.ES308);
  }

  private static boolean has(Throwable failure, ErrorCode code) {
    return failure instanceof JournalException known && known.code() == code;
  }

  /** Ends what this process does for a run; the journal keeps it as it is. */
  void stop(RunId run, Throwable failure) {
    timers.moved(run);
    if (closing) {
      LOG.debug("run {} stays where the journal has it", run, failure);
      return;
    }
    EverstepException reason =
        failure instanceof EverstepException known ? known : new EngineFaultException(run, failure);
    LOG.error("stopped a run; the next open goes on with it: run={}", run, reason);
    waiters.failed(run, reason);
  }

  /** Says that the engine is being closed: refusals are no longer told to anyone. */
  void close() {
    closing = true;
  }

  /** Tries what waits for space for the last time; from now on the rest is for the next open. */
  void tryForTheLastTime() {
    left = true;
    waitingForSpace.tryAll();
  }

  /** Tries the change that has waited longest for space, without waiting for an alarm. */
  void tryForSpace() {
    waitingForSpace.tryOne();
  }
}
