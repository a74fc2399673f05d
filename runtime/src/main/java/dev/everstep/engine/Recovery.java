package dev.everstep.engine;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.RunQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the runs that an earlier process left behind: those with work in flight, and those that are
 * stuck and may fit the code at hand. Parked runs are the timers' business.
 */
final class Recovery {
  private static final int PAGE = 1_000;

  private Recovery() {}

  /** Returns the runs with work in flight; all of them, so call it before any run is started. */
  static List<RunId> inFlight(Journal journal) {
    List<RunId> all = new ArrayList<>();
    List<RunId> page = journal.active(null, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = journal.active(page.get(page.size() - 1), PAGE);
    }
    return all;
  }

  /** Passes on the runs that became stuck before an instant. */
  static void stuckBefore(Journal journal, Instant opened, Consumer<Head> retry) {
    RunQuery query = RunQuery.withStatus(RunStatus.STUCK, PAGE);
    List<Head> page = journal.runs(query);
    while (!page.isEmpty()) {
      for (Head head : page) {
        if (head.updatedAt().isBefore(opened)) {
          retry.accept(head);
        }
      }
      page = journal.runs(query.after(page.get(page.size() - 1)));
    }
  }
}
