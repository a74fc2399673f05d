package dev.everstep.cli;

import dev.everstep.journal.Journal;
import dev.everstep.journal.transfer.JournalStats;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the figures of a data directory. */
@Command(
    name = "stats",
    description = {
      "Counts runs, entries and bytes of a data directory.",
      "Reads all of it, whether or not a process uses it. One JSON object if piped."
    })
final class StatsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Option(names = "--json", description = "JSON also on a terminal.")
  boolean json;

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Counter counter = new Counter(console, "counted");
    try (Journal journal = data.read()) {
      JournalStats stats = JournalStats.of(journal, counter);
      int exitCode = counter.end();
      DirectoryFiles files = DirectoryFiles.of(data.path);
      if (json || !console.outIsTerminal()) {
        console.println(JournalJson.stats(stats, files));
      } else {
        console.print(StatsTable.of(stats, files));
      }
      return exitCode;
    }
  }
}
