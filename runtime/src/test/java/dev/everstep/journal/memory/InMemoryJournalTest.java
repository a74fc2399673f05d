package dev.everstep.journal.memory;

import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalContract;

class InMemoryJournalTest extends JournalContract {
  @Override
  protected Journal open() {
    return new InMemoryJournal();
  }

  @Override
  protected void settle() {
    // There is one place only.
  }
}
