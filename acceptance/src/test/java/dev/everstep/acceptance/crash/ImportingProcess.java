package dev.everstep.acceptance.crash;

import dev.everstep.acceptance.ChildJvm;
import dev.everstep.journal.Journal;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.journal.transfer.ExportFile;
import dev.everstep.journal.transfer.Import;
import dev.everstep.journal.transfer.Observer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that imports a file in small pieces, and prints a line for each piece. */
public final class ImportingProcess {
  static final int PIECE_BYTES = 2_000;

  private ImportingProcess() {}

  /** Starts it. */
  static ChildJvm start(Path data, Path file) throws IOException {
    return ChildJvm.start(ImportingProcess.class, List.of(data.toString(), file.toString()));
  }

  /** Takes the data directory and the file. */
  public static void main(String[] arguments) throws IOException {
    ExportFile file = ExportFile.read(Path.of(arguments[1]), Observer.NONE);
    Observer lines =
        new Observer() {
          @Override
          public void progress(long runs, long entries) {
            System.out.println(entries);
            System.out.flush();
          }
        };
    try (Journal journal = EmbeddedJournal.open(Path.of(arguments[0]))) {
      new Import(journal, file, PIECE_BYTES, lines).run();
    }
  }
}
