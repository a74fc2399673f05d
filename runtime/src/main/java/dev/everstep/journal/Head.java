package dev.everstep.journal;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is: all that resuming it needs, whatever its history. Each transition replaces it.
 *
 * @param run the run
 * @param workflow the workflow's stored name, 1 to 100 characters
 * @param status what the run is at
 * @param seq the seq of the run's last entry
 * @param startedAt when the run was started, in milliseconds' precision
 * @param updatedAt when this head was made, in milliseconds' precision
 * @param wakeAt for a running run that waits for nothing but time, when it is due, in milliseconds'
 *     precision and rounded up; null if it has work in flight, is stuck or is finished
 * @param state a JSON object, frame stack and pending operations of a running or stuck run, outcome
 *     of a finished one; or one that is stored in pieces and refers to entries of the run
 */
public record Head(
    RunId run,
    String workflow,
    RunStatus status,
    long seq,
    Instant startedAt,
    Instant updatedAt,
    @Nullable Instant wakeAt,
    Payload state) {
  /**
   * Checks that a run with a timer is running, and brings the times to milliseconds, as they are
   * stored: {@code wakeAt} is rounded up, so that no timer fires early, the others down.
   */
  public Head {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(workflow, "workflow");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(state, "state");
    startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
    updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
    if (wakeAt != null) {
      wakeAt = wakeAt.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }
    if (seq < 0) {
      throw new IllegalArgumentException("run=" + run + ", seq=" + seq);
    }
    if (wakeAt != null && status != RunStatus.RUNNING) {
      throw new IllegalArgumentException(
          "run=" + run + ", status=" + status + ", wakeAt=" + wakeAt);
    }
  }
}
