package dev.everstep.journal.embedded;

import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract, with all data read back from the log. */
class ReopenedJournalTest extends JournalContract {
  @TempDir Path directory;

  @Override
  protected Journal open() {
    return EmbeddedJournal.open(directory, Options.defaults().withSegmentBytes(1 << 16));
  }

  @Override
  protected void settle() {
    journal.close();
    journal = open();
  }
}
