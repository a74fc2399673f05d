package dev.everstep;

import org.jspecify.annotations.Nullable;

/**
 * Stored JSON does not fit the type that the code at hand declares: deploy code that fits. The
 * journal keeps every byte.
 */
public final class UnreadableValueException extends EverstepException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final String path;

  /**
   * Creates an exception.
   *
   * @param code the stable code
   * @param type the type asked for
   * @param path where in the value, as in {@code result.items[3].owner}
   * @param message whole sentences
   * @param cause what the JSON library said, or null
   */
  public UnreadableValueException(
      ErrorCode code, String type, String path, String message, @Nullable Throwable cause) {
    super(code, message, cause);
    this.type = type;
    this.path = path;
  }

  /** Returns the type asked for. */
  public String type() {
    return type;
  }

  /** Returns where in the value, as in {@code result.items[3].owner}. */
  public String path() {
    return path;
  }
}
