package dev.everstep;

/**
 * A step with {@code onCrash = FAIL} was in flight when its process died: its function may have
 * acted or not. The workflow may catch this and find out.
 */
public final class StepInterruptedException extends EverstepException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param run the run
   * @param step the step's id
   * @param attempt the attempt that was cut short
   */
  public StepInterruptedException(RunId run, String step, int attempt) {
    super(
        ErrorCode.ES203,
        "the process ended while the step was in flight: run="
            + run
            + ", step="
            + step
            + ", attempt="
            + attempt
            + ". The function may have acted or not, and declares onCrash = FAIL, so it is not called"
            + " again; find out what it did.",
        null);
  }
}
