package dev.everstep.processor.identity;

/** A file that is no baseline of the workflow. */
public final class BaselineException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * Creates an exception.
   *
   * @param what is wrong, to follow the file's name
   * @param remedy what to do, as a sentence
   */
  public BaselineException(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  /** Returns what to do. */
  public String remedy() {
    return remedy;
  }
}
