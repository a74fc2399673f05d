package dev.everstep.processor.differential.world;

/** A checked exception with a field. */
public class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final int code;

  /** Creates an exception. */
  public RefusedException(String message, int code) {
    super(message);
    this.code = code;
  }

  /** Returns the field. */
  public int code() {
    return code;
  }
}
