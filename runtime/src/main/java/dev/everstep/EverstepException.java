package dev.everstep;

import org.jspecify.annotations.Nullable;

/**
 * The base of all exceptions of this library; the subclass says what the caller can do about it.
 * The message reads {@code [CODE] what happened, where, and what to do. docs/errors/CODE.md}.
 */
public abstract class EverstepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /**
   * Creates an exception.
   *
   * @param code the stable code
   * @param message whole sentences: what happened, where, and what to do
   * @param cause the underlying failure, or null if there is none
   */
  protected EverstepException(ErrorCode code, String message, @Nullable Throwable cause) {
    super("[" + code + "] " + message + " docs/errors/" + code + ".md", cause);
    this.code = code;
  }

  /** Returns the stable code. */
  public final ErrorCode code() {
    return code;
  }
}
