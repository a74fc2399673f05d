package dev.everstep;

/**
 * The thread that waited for a run was interrupted; its interrupt flag is set again. The run goes
 * on.
 */
public final class WaitInterruptedException extends EverstepException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public WaitInterruptedException(RunId run, InterruptedException cause) {
    super(
        ErrorCode.ES106,
        "interrupted while waiting for run=" + run + ". The run goes on; wait for it again.",
        cause);
  }
}
