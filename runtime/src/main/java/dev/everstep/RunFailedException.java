package dev.everstep;

/**
 * The workflow threw; {@link #getCause()} is what it threw, as rebuilt from the journal. The run is
 * finished and its trace is kept.
 */
public final class RunFailedException extends EverstepException {
  private static final long serialVersionUID = 1L;

  private final transient RunId run;

  /** Creates an exception. */
  public RunFailedException(RunId run, String workflow, Throwable cause) {
    super(
        ErrorCode.ES201,
        "the workflow threw "
            + cause
            + ": run="
            + run
            + ", workflow="
            + workflow
            + ". Its cause is what was thrown; 'everstep inspect trace -r "
            + run
            + "' shows the steps before it.",
        cause);
    this.run = run;
  }

  /** Returns the run. */
  public RunId run() {
    return run;
  }
}
