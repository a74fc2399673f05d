package dev.everstep;

import java.time.Duration;

/** An attempt took longer than its function's timeout; its thread was interrupted. */
public final class StepTimeoutException extends EverstepException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param step the step's id
   * @param timeout the function's timeout
   */
  public StepTimeoutException(String step, Duration timeout) {
    super(
        ErrorCode.ES204,
        "the attempt took longer than its timeout: step="
            + step
            + ", timeout="
            + timeout
            + ". Its thread was interrupted; what it had done by then stays done. Give the function a"
            + " longer timeout, or more attempts.",
        null);
  }
}
