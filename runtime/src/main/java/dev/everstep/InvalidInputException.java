package dev.everstep;

import org.jspecify.annotations.Nullable;

/** What the caller gave cannot be used: fix the input. Nothing was written. */
public final class InvalidInputException extends EverstepException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception without a cause. */
  public InvalidInputException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** Creates an exception; {@code cause} may be null. */
  public InvalidInputException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
