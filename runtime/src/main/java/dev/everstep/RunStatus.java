package dev.everstep;

/**
 * What a run is at. The journal keeps these names.
 *
 * <pre>
 *   (start) --> RUNNING --> COMPLETED     the entry method returned
 *                  |  ^---> FAILED        the entry method threw
 *                  v  |
 *                 STUCK                   cannot continue on the code at hand; goes on after a fitting deploy
 * </pre>
 */
public enum RunStatus {
  /** In progress: a step is under way, or a timer or retry is awaited. */
  RUNNING,
  /** Ended with a result. */
  COMPLETED,
  /** Ended with an exception that the workflow did not catch. */
  FAILED,
  /** Stopped by an error that is not the workflow's own; its journal is kept as it is. */
  STUCK;

  /** Returns whether nothing will ever happen to the run again. */
  public boolean isFinished() {
    return this == COMPLETED || this == FAILED;
  }
}
