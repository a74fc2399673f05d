package dev.everstep;

/**
 * The run cannot continue on the code or the values at hand. All it has is kept, and it continues
 * once that is mended; the message says what to do.
 */
public final class RunStuckException extends EverstepException {
  private static final long serialVersionUID = 1L;

  private final transient RunId run;
  private final ErrorCode reason;

  /**
   * Creates an exception.
   *
   * @param run the run
   * @param workflow the workflow's stored name
   * @param reason the code of what it is stuck on
   * @param message the whole message of what it is stuck on
   */
  public RunStuckException(RunId run, String workflow, ErrorCode reason, String message) {
    super(
        ErrorCode.ES202,
        "the run is stuck: run="
            + run
            + ", workflow="
            + workflow
            + ". It keeps all it has and goes on when the reason is mended: "
            + message,
        null);
    this.run = run;
    this.reason = reason;
  }

  /** Returns the run. */
  public RunId run() {
    return run;
  }

  /** Returns the code of what the run is stuck on. */
  public ErrorCode reason() {
    return reason;
  }
}
