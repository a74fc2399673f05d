package dev.everstep.journal.transfer;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to export.
 *
 * @param runs only these, in this order; empty for all
 * @param status only runs with this status; null for any
 * @param workflow only runs of this workflow; null for any
 */
public record Selection(List<RunId> runs, @Nullable RunStatus status, @Nullable String workflow) {
  /** Every run. */
  public static final Selection ALL = new Selection(List.of(), null, null);

  /** Copies the list. */
  public Selection {
    runs = List.copyOf(runs);
  }

  boolean accepts(Head head) {
    return (status == null || status == head.status())
        && (workflow == null || workflow.equals(head.workflow()));
  }
}
