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
  ES301("stale transition");

  private final String title;

  ErrorCode(String title) {
    this.title = title;
  }

  /** Returns a few words on what went wrong, the title of the code's page. */
  public String title() {
    return title;
  }
}
