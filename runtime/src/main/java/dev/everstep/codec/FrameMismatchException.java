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

  FrameMismatchException(Mismatch mismatch, @Nullable Throwable cause) {
    this(ErrorCode.ES407, mismatch, cause);
  }

  private FrameMismatchException(ErrorCode code, Mismatch mismatch, @Nullable Throwable cause) {
    super(code, mismatch.text(), cause);
    this.method = mismatch.method();
    this.point = mismatch.point();
    this.local = mismatch.local();
  }

  /**
   * Migration code failed.
   *
   * @param reason a sentence
   */
  public static FrameMismatchException migration(
      StoredFrame frame, String to, String reason, @Nullable Throwable cause) {
    return new FrameMismatchException(
        ErrorCode.ES640, Mismatch.migration(frame.method(), frame.point(), to, reason), cause);
  }

  /** The code has no such method, or the method no such point. */
  public static FrameMismatchException unknownPoint(StoredFrame frame) {
    return new FrameMismatchException(Mismatch.unknownPoint(frame.method(), frame.point()), null);
  }

  /**
   * The code calls another method than a frame is of.
   *
   * @param caller the frame around it
   */
  public static FrameMismatchException otherCallee(
      StoredFrame caller, StoredFrame frame, String called) {
    return new FrameMismatchException(
        Mismatch.otherCallee(caller.method(), caller.point(), frame.method(), called), null);
  }

  /** The code wants a local that is not stored. */
  static FrameMismatchException missing(StoredFrame frame, Local wanted) {
    return new FrameMismatchException(
        Mismatch.missing(
            frame.method(),
            frame.point(),
            wanted.name(),
            TypeNames.of(wanted.type()),
            frame.locals().stream().map(StoredFrame.StoredLocal::name).toList()),
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
        Mismatch.unfit(
            frame.method(),
            frame.point(),
            wanted.name(),
            stored.type(),
            TypeNames.of(wanted.type()),
            reason),
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
