package dev.everstep;

/**
 * Every error code of the runtime; one page each under {@code docs/errors}. A code is never reused.
 * The compiler's codes, ES001 to ES099, are in the processor.
 *
 * <p>ES1xx: what a caller gave; ES2xx: runs and steps; ES3xx: the journal; ES4xx: values; ES5xx:
 * the command line; ES6xx: the guard, the verify goal and upgrades.
 */
public enum ErrorCode {
  /** A run id of the wrong form. */
  ES101("not a run id"),
  /** A method reference that is not the entry of a workflow. */
  ES102("not the entry of a workflow"),
  /** A workflow that the class path does not have, or has twice, or that was not compiled. */
  ES103("no such compiled workflow"),
  /** A run id that belongs to a run of another workflow. */
  ES104("a run of another workflow has this id"),
  /** A call on an engine that was closed. */
  ES105("Everstep is closed"),
  /** A thread that was interrupted while it waited for a run. */
  ES106("interrupted while waiting for a run"),
  /** A setting out of its range. */
  ES107("a setting is out of its range"),
  /** A run that was not started, since there are too many. */
  ES108("too many open runs"),
  /** A workflow that threw. */
  ES201("the workflow threw"),
  /** A run that cannot go on. */
  ES202("the run is stuck"),
  /** A step with {@code onCrash = FAIL} that was in flight at a crash. */
  ES203("the step was cut short by a crash"),
  /** An attempt above its timeout. */
  ES204("the attempt took too long"),
  /** A step whose process died at each attempt. */
  ES205("the step's process died too often"),
  /** A function or workflow whose instance cannot be made. */
  ES206("no instance of the class"),
  /** A call that only compiled code may make. */
  ES207("called outside a compiled workflow"),
  /** A run that the engine stopped on a broken invariant. */
  ES208("a fault of the engine stopped the run"),
  /** A function annotation that cannot be read. */
  ES209("the function's settings are wrong"),
  /** A step whose result is above the size limit. */
  ES210("the step's output is too large"),
  /** A call that would push a frame above the limit. */
  ES220("too many frames"),
  /** A commit that does not follow the stored head. */
  ES301("stale transition"),
  /** A call on a journal that was closed. */
  ES302("the journal is closed"),
  /** A commit after a write that failed. */
  ES303("the journal is broken by a failed write"),
  /** A transition above a size limit. */
  ES304("a transition is above a limit"),
  /** A data directory that another process has open. */
  ES305("the data directory is in use"),
  /** A data directory written by a version with another format. */
  ES306("the data directory has another format"),
  /** A data directory that cannot be made, read or written. */
  ES307("the data directory cannot be used"),
  /** No space for what must be written. */
  ES308("the disk is full"),
  /** A damaged log: frames behind a bad one, or missing. */
  ES309("the journal's log is damaged"),
  /** A manifest that is missing or damaged. */
  ES310("the journal's manifest is damaged"),
  /** A damaged table; the message names the run. */
  ES311("a table of the journal is damaged"),
  /** A commit to a journal that was opened read-only. */
  ES312("the journal is open for reading only"),
  /** Nothing to read in a directory. */
  ES313("there is no journal in the directory"),
  /** A run that damage to the journal touches. */
  ES314("the run is in quarantine"),
  /** A run of which an import has written a part only. */
  ES320("the import of the run is not complete"),
  /** A run whose head and entries do not fit each other. */
  ES321("a run is not whole"),
  /** A file that is not an export, or not all of one. */
  ES322("not a whole export"),
  /** A run to import that the journal has, but not as it is in the file. */
  ES323("the journal has another run with this id"),
  /** A run that could not be read when an export was made. */
  ES324("the export lacks a run"),
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
  ES410("a failure cannot be rebuilt"),
  /** A data directory that does not exist. */
  ES501("no data directory"),
  /** A run id that the data directory does not know. */
  ES502("no such run"),
  /** A command line that cannot be parsed. */
  ES503("wrong use of the command"),
  /** A file named on the command line that cannot be read or written. */
  ES504("a file cannot be used"),
  /** A run that was to be tried again and is not stuck. */
  ES505("the run is not stuck"),
  /** An exception that the command line did not expect. */
  ES599("a fault of Everstep itself"),
  /** A body that made a nondeterministic call, where the agent forbids it. */
  ES601("a nondeterministic call in a workflow body"),
  /** An agent that was asked to forbid and is not in place. */
  ES602("the guard is not in place"),
  /** A class that the agent cannot read or write; the agent says so itself. */
  ES603("a class that the guard cannot look into"),
  /** A step graph that is none, or lacks what it must have. */
  ES630("a step graph cannot be read"),
  /** A step graph of a version that this one does not know. */
  ES631("a step graph has another format"),
  /** Migration code that threw, or does not fit a stored frame. */
  ES640("the migration of a run failed");

  private final String title;

  ErrorCode(String title) {
    this.title = title;
  }

  /** Returns a few words on what went wrong, the title of the code's page. */
  public String title() {
    return title;
  }
}
