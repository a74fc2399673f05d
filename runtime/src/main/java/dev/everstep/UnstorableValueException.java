package dev.everstep;

import org.jspecify.annotations.Nullable;

/**
 * A value cannot be kept as JSON such that the same value comes back: change its type, or what is
 * live across the step. Nothing was written.
 */
public final class UnstorableValueException extends EverstepException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final String path;

  /**
   * Creates an exception.
   *
   * @param code the stable code
   * @param type the declared type of the whole value
   * @param path where in the value, as in {@code result.items[3].owner}
   * @param message whole sentences
   * @param cause what the JSON library said, or null
   */
  public UnstorableValueException(
      ErrorCode code, String type, String path, String message, @Nullable Throwable cause) {
    super(code, message, cause);
    this.type = type;
    this.path = path;
  }

  /** Returns the declared type of the whole value. */
  public String type() {
    return type;
  }

  /** Returns where in the value, as in {@code result.items[3].owner}. */
  public String path() {
    return path;
  }
}
