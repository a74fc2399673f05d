package dev.everstep.verify;

import org.jspecify.annotations.Nullable;

/** A request that cannot be answered. Nothing was checked. */
public final class VerifyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final VerifyCode code;

  /**
   * Creates one.
   *
   * @param what what happened, where, and what to do, in whole sentences
   */
  public VerifyException(VerifyCode code, String what, @Nullable Throwable cause) {
    super(code.message(what), cause);
    this.code = code;
  }

  /** Returns the code that its message begins with. */
  public VerifyCode code() {
    return code;
  }
}
