package dev.everstep.journal.transfer;

import dev.everstep.ErrorCode;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import dev.everstep.state.HeadState;

/**
 * The head of a run of which only a part has been imported. A run too large for one transition has
 * one until its last transition; it is stuck with ES320, waits for nothing, and the engine lets it
 * be, so a process that dies in between leaves no run that could go on from a wrong place.
 */
final class IncompleteImport {
  private IncompleteImport() {}

  /** Returns the head behind an entry that is not the last one. */
  static Head head(Head whole, Entry last) {
    String reason =
        "["
            + ErrorCode.ES320
            + "] the import of this run has not been completed: run="
            + whole.run()
            + ", entries="
            + (last.seq() + 1)
            + " of "
            + (whole.seq() + 1)
            + ". Import the same file again. docs/errors/"
            + ErrorCode.ES320
            + ".md";
    return new Head(
        whole.run(),
        whole.workflow(),
        RunStatus.STUCK,
        last.seq(),
        whole.startedAt(),
        last.at(),
        null,
        new HeadState(null, null, new HeadState.Stuck(ErrorCode.ES320, reason), null, null)
            .stored());
  }

  static boolean is(Head head) {
    Payload state = head.state();
    if (head.status() != RunStatus.STUCK || state.length() == 0 || state.array()[0] != '{') {
      return false;
    }
    try {
      HeadState.Stuck stuck = HeadState.read(state).stuck();
      return stuck != null && stuck.code() == ErrorCode.ES320;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }
}
