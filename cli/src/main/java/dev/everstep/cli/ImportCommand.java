package dev.everstep.cli;

import dev.everstep.journal.Journal;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.journal.embedded.Options;
import dev.everstep.journal.transfer.ExportFile;
import dev.everstep.journal.transfer.Import;
import dev.everstep.journal.transfer.Import.Imported;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads runs that were exported. */
@Command(
    name = "import",
    description = {
      "Reads runs that 'journal export' wrote, and stores those that are not there yet.",
      "The directory must not be in use; it is created if it does not exist. An import that was"
          + " interrupted is completed by the same command. One JSON object if piped."
    })
final class ImportCommand implements Callable<Integer> {
  /** Whatever limit the journal had that the runs come from. */
  private static final Options ANY_SIZE = Options.defaults().withTransitionBytesMax(256 << 20);

  private final Console console;

  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Parameters(paramLabel = "<file>", description = "The file; '-' reads standard input.")
  String file = "";

  @Option(names = "--json", description = "JSON also on a terminal.")
  boolean json;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      if (file.equals("-")) {
        return imported(console.in());
      }
      Path path = Path.of(file);
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        try (InputStream in = Files.newInputStream(path)) { // a pipe
          return imported(in);
        }
      }
      return imported(path);
    } catch (IOException e) {
      throw FileErrors.unusable(file.equals("-") ? "standard input" : file, e);
    }
  }

  // Kept, as it is read twice: to its end before anything is stored.
  private int imported(InputStream in) throws IOException {
    Path kept = Files.createTempFile("everstep-import", ".jsonl");
    try {
      Files.copy(in, kept, StandardCopyOption.REPLACE_EXISTING);
      return imported(kept);
    } finally {
      Files.deleteIfExists(kept);
    }
  }

  private int imported(Path path) throws IOException {
    ExportFile whole = ExportFile.read(path, new Counter(console, "looked at"));
    Counter counter = new Counter(console, "imported");
    try (Journal journal = EmbeddedJournal.open(data.path, ANY_SIZE)) {
      Imported imported = new Import(journal, whole, counter).run();
      int exitCode = counter.end();
      if (json || !console.outIsTerminal()) {
        console.println(JournalJson.imported(imported));
      } else {
        console.println(
            Counter.words("imported", imported.imported(), imported.entries())
                + (imported.skipped() == 0 ? "" : ", " + imported.skipped() + " were there already")
                + (imported.refused() == 0 ? "" : ", " + imported.refused() + " were refused"));
      }
      return exitCode;
    }
  }
}
