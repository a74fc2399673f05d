package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import dev.everstep.journal.Payload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a run; the only thing that moves it. Immutable. */
sealed interface Event {

  /** Returns when it happened. */
  Instant at();

  /** The step's function returned. */
  record StepReturned(Instant at, Payload output, Instant startedAt) implements Event {}

  /** The attempt failed; whether another follows is the function's policy to say. */
  record AttemptThrew(Instant at, Throwable thrown, Instant startedAt) implements Event {}

  /** The step has failed for good, whatever the function's policy says. */
  record StepFailed(Instant at, EverstepException failure, Instant startedAt) implements Event {}

  /** The process ended, in a crash, while an attempt was in flight. */
  record AttemptLost(Instant at) implements Event {}

  /**
   * The engine was closed, and the function has ended without a result or was not called.
   *
   * @param startedAt when the attempt started; null if it did not
   */
  record AttemptStopped(Instant at, @Nullable Instant startedAt) implements Event {}

  /** What the run waited for is due. */
  record TimerFired(Instant at) implements Event {}

  /**
   * The run cannot go on.
   *
   * @param beforeCall it waits for a step whose function was not called, and that is certain
   */
  record GotStuck(Instant at, ErrorCode code, String reason, boolean beforeCall) implements Event {}

  /**
   * A stuck run is to go on.
   *
   * @param byPerson someone asked for it, so past crashes are forgiven
   */
  record Retried(Instant at, boolean byPerson) implements Event {}
}
