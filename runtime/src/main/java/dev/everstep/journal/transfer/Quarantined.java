package dev.everstep.journal.transfer;

import dev.everstep.RunId;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The runs that a journal lists nowhere, since damage touches them. */
final class Quarantined {
  private Quarantined() {}

  /** Passes on each of them by id, with what the journal says of it. */
  static void forEach(Journal journal, BiConsumer<RunId, JournalException> found) {
    for (RunId run : new TreeSet<>(journal.quarantined().keySet())) {
      try {
        journal.head(run);
      } catch (JournalException reason) {
        found.accept(run, reason);
      }
    }
  }
}
