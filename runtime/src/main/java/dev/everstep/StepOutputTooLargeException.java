package dev.everstep;

import java.util.Locale;

/**
 * A function returned more than may be stored, so its step has failed for good: the function has
 * acted, and calling it again would not help. The workflow may catch this.
 */
public final class StepOutputTooLargeException extends EverstepException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param step the step's id
   * @param bytesMax the limit
   */
  public StepOutputTooLargeException(String step, int bytesMax) {
    super(
        ErrorCode.ES210,
        "the step's output is above the limit: step="
            + step
            + ", limit="
            + String.format(Locale.ROOT, "%,d", bytesMax)
            + " bytes. Its function has acted and is not called again. Let it store the data"
            + " elsewhere and return where, or raise Limits.stepOutputBytesMax.",
        null);
  }
}
