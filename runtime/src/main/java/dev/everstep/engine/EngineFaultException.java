package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import dev.everstep.RunId;

/** An invariant of the engine does not hold for a run. */
final class EngineFaultException extends EverstepException {
  private static final long serialVersionUID = 1L;

  EngineFaultException(RunId run, Throwable cause) {
    super(
        ErrorCode.ES208,
        "a fault of the engine stopped the run in this process: run="
            + run
            + ", fault="
            + cause
            + ". Its journal is kept as it is; the next open goes on with it. Report the stack trace.",
        cause);
  }
}
