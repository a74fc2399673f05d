package dev.everstep.journal.transfer;

import dev.everstep.journal.Journal;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.journal.embedded.Options;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** On disk, with what is settled in tables or in the log, and read by another opening. */
class EmbeddedTransferTest extends TransferContract {
  private static final Options SMALL =
      Options.defaults().withSegmentBytes(1 << 16).withFlushBytes(1 << 16);

  private final Map<Journal, Path> directories = new HashMap<>();

  @Override
  Journal open(Path directory) {
    Journal journal = EmbeddedJournal.open(directory, SMALL);
    directories.put(journal, directory);
    return journal;
  }

  @Override
  Journal settled(Journal journal) {
    journal.close();
    return open(directories.get(journal));
  }
}
