package dev.everstep;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;

/**
 * What a workflow body may ask for: the first parameter of every workflow.
 *
 * <p>It is confined to the body: it is not passed to functions, not kept in fields and not used on
 * other threads. An interface, so that a body can be called plainly in a unit test.
 */
public interface WorkflowContext extends StepCalls {

  /**
   * Runs an inline step: a named lambda that may capture effectively final locals.
   *
   * @param name a constant, 1 to 100 characters; names the step in traces and in the journal
   * @param body runs on a step's thread; what it captured is its input and is stored as such
   * @return the lambda's result, as read back from the journal
   * @throws X what the lambda threw
   */
  <R, X extends Exception> R step(String name, Fn.F0<R, X> body) throws X;

  /** Runs an inline step without a result; otherwise as {@link #step(String, Fn.F0)}. */
  <X extends Exception> void step(String name, Fn.V0<X> body) throws X;

  /**
   * Suspends the run for a duration. The deadline is fixed when the sleep begins and does not move
   * on a restart.
   *
   * @param duration zero or negative means no pause, though the run is still checkpointed
   */
  void sleep(Duration duration);

  /** Suspends the run until an instant; one in the past means no pause. */
  void sleepUntil(Instant instant);

  /**
   * Returns the time of the event that started the current segment (start of the run, a step's
   * completion, a timer): the same at every call between two suspension points, and recorded in the
   * trace.
   */
  Instant now();

  /**
   * Returns a source of random numbers, seeded by the run id and the position in the run: the same
   * numbers if the segment runs again after a crash. Take it anew after each step; it cannot be
   * kept across one.
   */
  RandomGenerator random();

  /** Returns a random (version 4) UUID drawn from {@link #random()}. */
  UUID uuid();

  /** Returns the id of this run. */
  RunId runId();

  /**
   * Returns a logger named after the workflow. The segment after the last checkpoint may log again
   * after a crash.
   */
  Logger log();
}
