package dev.everstep.codec;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import dev.everstep.machine.Local;
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

  private FrameMismatchException(
      StoredFrame frame, @Nullable String local, String message, @Nullable Throwable cause) {
    super(ErrorCode.ES407, message, cause);
    this.method = frame.method();
    this.point = frame.point();
    this.local = local;
  }

  /** The code has no such method, or the method no such point. */
  static FrameMismatchException unknownPoint(StoredFrame frame) {
    return new FrameMismatchException(
        frame,
        null,
        "the code has no suspension point for a stored frame: method="
            + frame.method()
            + ", point="
            + frame.point()
            + ". Deploy code that has it; the run then continues.",
        null);
  }

  /** The code wants a local that is not stored. */
  static FrameMismatchException missing(StoredFrame frame, Local wanted) {
    return new FrameMismatchException(
        frame,
        wanted.name(),
        "a live local is not stored: method="
            + frame.method()
            + ", point="
            + frame.point()
            + ", local="
            + wanted.name()
            + ", wanted="
            + TypeNames.of(wanted.type())
            + ", stored="
            + frame.locals().stream().map(StoredFrame.StoredLocal::name).toList()
            + ". Deploy code that does not need it behind this point; the run then continues.",
        null);
  }

  /** A local is stored as something else than the code wants. */
  static FrameMismatchException unfit(
      StoredFrame frame,
      StoredFrame.StoredLocal stored,
      Local wanted,
      String reason,
      @Nullable Throwable cause) {
    return new FrameMismatchException(
        frame,
        wanted.name(),
        "a stored local does not fit the code: method="
            + frame.method()
            + ", point="
            + frame.point()
            + ", local="
            + wanted.name()
            + ", stored="
            + stored.type()
            + ", wanted="
            + TypeNames.of(wanted.type())
            + ". "
            + reason
            + " Deploy code in which the types fit; the run then continues.",
        cause);
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
