package dev.everstep.journal.embedded;

import dev.everstep.journal.mapdb.Table;
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

  /** An open table with its name and its size in bytes. */
  record TableFile(String name, long bytes, Table table) {}
}
