package dev.everstep;

/**
 * Every error code of the runtime; one page each under {@code docs/errors}. A code is never reused.
 * The compiler's codes, ES001 to ES099, are in the processor.
 *
 * <p>ES1xx: what a caller gave; ES2xx: runs and steps; ES3xx: the journal; ES4xx: values; ES5xx:
 * the command line.
 */
public enum ErrorCode {
  /** A run id of the wrong form. */
  ES101("not a run id"),
  /** A commit that does not follow the stored head. */
  ES301("stale transition"),
  /** A value that Jackson cannot write. */
  ES401("a value cannot be stored"),
  /** A value that contains itself. */
  ES402("a value contains itself"),
  /** A value whose JSON would be read as another value. */
  ES403("a value would come back changed"),
  /** A collection that is a view, has a comparator or is of an unknown class. */
  ES404("a collection cannot be stored as it is"),
  /** A value above the size limit. */
  ES405("a value is too large"),
  /** Stored JSON that does not fit the declared type. */
  ES406("a stored value cannot be read"),
  /** A stored frame that does not fit the code. */
  ES407("a frame does not fit the code"),
  /** Input that is not JSON. */
  ES408("malformed JSON input"),
  /** Input that does not fit the parameters. */
  ES409("input does not fit the parameters"),
  /** An exception that could not be kept whole. */
  ES410("a failure cannot be rebuilt");

  private final String title;

  ErrorCode(String title) {
    this.title = title;
  }

  /** Returns a few words on what went wrong, the title of the code's page. */
  public String title() {
    return title;
  }
}
