package dev.everstep.journal.embedded;

import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract, with all data in tables as soon as it is committed. */
class FlushedJournalTest extends JournalContract {
  @TempDir Path directory;

  @Override
  protected Journal open() {
    return EmbeddedJournal.open(directory, Testing.TINY);
  }

  @Override
  protected void settle() {
    Testing.awaitFlushed((EmbeddedJournal) journal);
  }
}
