package dev.everstep;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A handle of one run. Holds no resources; thread-safe.
 *
 * @param <R> the workflow's result type
 */
public interface Run<R extends @Nullable Object> {

  /** Returns the run's id. */
  RunId id();

  /** Returns what the run is at, as the journal has it. */
  RunStatus status();

  /**
   * Waits until the run has finished and returns its result; null for a workflow without one.
   *
   * @throws RunFailedException if the workflow threw; what it threw is the cause
   * @throws RunStuckException if the run cannot continue on the code at hand
   * @throws WaitInterruptedException if the calling thread is interrupted; the run goes on
   * @throws InvalidInputException if this Everstep is closed
   */
  R result();

  /**
   * Waits no longer than a timeout; otherwise as {@link #result()}.
   *
   * @param timeout zero or negative to look only
   * @throws TimeoutException if the run has not finished by then; it goes on
   */
  R result(Duration timeout) throws TimeoutException;
}
