package dev.everstep.cli;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.transfer.Export;
import dev.everstep.journal.transfer.Selection;
import dev.everstep.journal.transfer.Totals;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes runs as JSON lines. */
@Command(
    name = "export",
    description = {
      "Writes runs as JSON lines, for 'journal import' and for other tools.",
      "Works whether or not a process uses the directory; of each run it shows one moment."
    })
final class ExportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "<file>",
      description = "The file, which is replaced once all is written. Default: standard output.")
  @Nullable Path output;

  @Option(
      names = {"-r", "--run"},
      paramLabel = "<id>",
      description = "Only this run; may be given several times.")
  List<String> runs = new ArrayList<>();

  @Option(
      names = "--status",
      paramLabel = "<status>",
      description = "Only ${COMPLETION-CANDIDATES}.")
  @Nullable RunStatus status;

  @Option(names = "--workflow", paramLabel = "<name>", description = "Only runs of this workflow.")
  @Nullable String workflow;

  @Option(
      names = "--in-full",
      description =
          "Writes all documents that are stored as references to others also in full, for other"
              + " tools, not only short ones. The file may become many times larger.")
  boolean inFull;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Counter counter = new Counter(console, "exported", output != null || !console.outIsTerminal());
    try (Journal journal = data.read()) {
      Selection selection = new Selection(existing(journal), status, workflow);
      Export export = new Export(journal, selection, inFull, counter);
      Totals totals = output == null ? toConsole(export) : toFile(export, output);
      int exitCode = counter.end();
      console.progress(Counter.words("exported", totals.runs(), totals.entries()));
      return exitCode;
    }
  }

  private List<RunId> existing(Journal journal) {
    List<RunId> ids = new ArrayList<>();
    for (String run : runs) {
      RunId id = new RunId(run);
      if (isMissing(journal, id)) {
        throw TraceCommand.unknown(id, data);
      }
      ids.add(id);
    }
    return ids;
  }

  private static boolean isMissing(Journal journal, RunId id) {
    try {
      return journal.head(id).isEmpty();
    } catch (JournalException damaged) {
      return false; // The export tells it.
    }
  }

  private Totals toConsole(Export export) {
    try (OutputStream out = console.bytes()) {
      return write(export, out);
    } catch (IOException e) {
      throw FileErrors.unusable("standard output", e);
    }
  }

  private static Totals toFile(Export export, Path file) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        try (OutputStream out = Files.newOutputStream(file)) { // a pipe or device
          return write(export, out);
        }
      }
      return replacing(export, file);
    } catch (IOException e) {
      throw FileErrors.unusable(file.toString(), e);
    }
  }

  // Under another name first, so that the backup of yesterday is not lost to one that fails.
  private static Totals replacing(Export export, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Totals totals;
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        totals = write(export, Channels.newOutputStream(channel));
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return totals;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Totals write(Export export, OutputStream out) throws IOException {
    return export.writeTo(out, Instant.now(), "everstep " + Main.version());
  }
}
