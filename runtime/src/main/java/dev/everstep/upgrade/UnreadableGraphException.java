package dev.everstep.upgrade;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import org.jspecify.annotations.Nullable;

/** A file is no step graph that this version can read: restore it, or use the version it is of. */
public final class UnreadableGraphException extends EverstepException {
  private static final long serialVersionUID = 1L;

  private final String origin;

  UnreadableGraphException(
      ErrorCode code, String origin, String message, @Nullable Throwable cause) {
    super(code, message, cause);
    this.origin = origin;
  }

  /** Returns the file. */
  public String origin() {
    return origin;
  }
}
