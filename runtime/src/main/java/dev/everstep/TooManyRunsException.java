package dev.everstep;

/**
 * There are as many open runs as allowed, so another one was not started: try again when some have
 * finished. Nothing was written.
 */
public final class TooManyRunsException extends EverstepException {
  private static final long serialVersionUID = 1L;

  private final long max;

  /**
   * Creates an exception.
   *
   * @param run the run that was not started
   * @param max how many runs may be unfinished at a time
   */
  public TooManyRunsException(RunId run, long max) {
    super(
        ErrorCode.ES108,
        "there are as many open runs as allowed: max="
            + max
            + ", refused="
            + run
            + ". Nothing was started. Start it again when others have finished, or raise"
            + " Limits.openRunsMax.",
        null);
    this.max = max;
  }

  /** Returns how many runs may be unfinished at a time. */
  public long max() {
    return max;
  }
}
