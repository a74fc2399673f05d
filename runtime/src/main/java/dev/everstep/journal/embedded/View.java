package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where readers look, at one moment: each transition is in exactly one of the parts. Immutable but
 * for the tail, which grows.
 *
 * @param tail takes new transitions
 * @param frozen is being written to a table; null if none is
 * @param tables oldest first
 */
record View(Tail tail, @Nullable Tail frozen, List<TableFile> tables) {
  View {
    tables = List.copyOf(tables);
  }

  /** Returns the tails, older first. */
  List<Tail> tails() {
    return frozen == null ? List.of(tail) : List.of(frozen, tail);
  }

  /** Returns whether a tail says that a run's rows in tables do not count. */
  boolean tailsDrop(RunId run) {
    return tail.drops(run) || (frozen != null && frozen.drops(run));
  }

  /** Returns whether a run's rows in a table do not count, since it was dropped later. */
  boolean hides(RunId run, int table) {
    for (int newer = table + 1; newer < tables.size(); newer++) {
      if (tables.get(newer).dropped().contains(run)) {
        return true;
      }
    }
    return tailsDrop(run);
  }

  /** Returns the index of the oldest table whose rows of a run count; may be behind the last. */
  int oldest(RunId run) {
    if (tailsDrop(run)) {
      return tables.size();
    }
    for (int i = tables.size() - 1; i > 0; i--) {
      if (tables.get(i).dropped().contains(run)) {
        return i;
      }
    }
    return 0;
  }
}
