package dev.everstep.journal.transfer;

import dev.everstep.journal.Journal;
import dev.everstep.journal.memory.InMemoryJournal;
import java.nio.file.Path;

class InMemoryTransferTest extends TransferContract {
  @Override
  Journal open(Path directory) {
    return new InMemoryJournal();
  }
}
