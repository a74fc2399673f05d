package dev.everstep;

import org.jspecify.annotations.Nullable;

/**
 * A step failed, and what it threw cannot be rebuilt from the journal as the same exception; the
 * workflow may catch this one instead. Live and resumed runs see the same.
 */
public class StepFailedException extends EverstepException {
  private static final long serialVersionUID = 1L;

  private final String originalType;

  /**
   * Creates an exception.
   *
   * @param code the stable code
   * @param originalType the class name of what the step threw
   * @param message whole sentences
   * @param cause what could be rebuilt of the failure, or null
   */
  public StepFailedException(
      ErrorCode code, String originalType, String message, @Nullable Throwable cause) {
    super(code, message, cause);
    this.originalType = originalType;
  }

  /** Returns the class name of what the step threw. */
  public String originalType() {
    return originalType;
  }
}
