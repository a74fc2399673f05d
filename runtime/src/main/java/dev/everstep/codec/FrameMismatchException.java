package dev.everstep.codec;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import org.jspecify.annotations.Nullable;

/**
 * A stored frame does not fit the code at hand: the run waits, as {@code STUCK}, for code that
 * fits.
 */
public final class FrameMismatchException extends EverstepException {
  private static final long serialVersionUID = 1L;

  private final String method;
  private final String point;
  private final @Nullable String local;

  FrameMismatchException(
      ErrorCode code,
      String method,
      String point,
      @Nullable String local,
      String message,
      @Nullable Throwable cause) {
    super(code, message, cause);
    this.method = method;
    this.point = point;
    this.local = local;
  }

  /** Returns the method of the frame. */
  public String method() {
    return method;
  }

  /** Returns the id of the suspension point at which the frame waits. */
  public String point() {
    return point;
  }

  /** Returns the local that does not fit; null if the method or the point is unknown. */
  public @Nullable String local() {
    return local;
  }
}
