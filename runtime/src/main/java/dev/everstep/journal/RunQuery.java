package dev.everstep.journal;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list, newest start first, runs of the same millisecond by descending id.
 *
 * @param status only runs with this status; null for all
 * @param workflow only runs of this workflow; null for all
 * @param after continue behind this run of the previous page; null for the first page
 * @param limit how many at most, 1 to 10,000
 */
public record RunQuery(
    @Nullable RunStatus status, @Nullable String workflow, @Nullable Position after, int limit) {
  /** Checks the limit. */
  public RunQuery {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("limit=" + limit);
    }
  }

  /** Returns a query for the newest runs of any status and workflow. */
  public static RunQuery newest(int limit) {
    return new RunQuery(null, null, null, limit);
  }

  /** Returns a query for the newest runs with a status. */
  public static RunQuery withStatus(RunStatus status, int limit) {
    return new RunQuery(status, null, null, limit);
  }

  /** Returns the same query, continued behind the last head of a page. */
  public RunQuery after(Head last) {
    return new RunQuery(status, workflow, new Position(last.startedAt(), last.run()), limit);
  }

  /**
   * A place in the order of runs.
   *
   * @param startedAt when the run there was started
   * @param run that run
   */
  public record Position(Instant startedAt, RunId run) {
    /** Checks for nulls. */
    public Position {
      Objects.requireNonNull(startedAt, "startedAt");
      Objects.requireNonNull(run, "run");
    }
  }
}
