package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.RunQuery;
import java.time.Instant;

/**
 * What memory holds of a run that is not finished, however large its head is. Immutable.
 *
 * @param startedAt in milliseconds
 * @param wakeAt in milliseconds, {@link #NEVER} if the run does not wait for time
 */
record LiveRun(
    RunId run, String workflow, RunStatus status, long seq, long startedAt, long wakeAt) {
  static final long NEVER = Long.MIN_VALUE;

  static LiveRun of(Head head) {
    Instant wakeAt = head.wakeAt();
    return new LiveRun(
        head.run(),
        head.workflow(),
        head.status(),
        head.seq(),
        head.startedAt().toEpochMilli(),
        wakeAt == null ? NEVER : wakeAt.toEpochMilli());
  }

  RunQuery.Position position() {
    return new RunQuery.Position(Instant.ofEpochMilli(startedAt), run);
  }

  boolean waitsForTime() {
    return wakeAt != NEVER;
  }
}
