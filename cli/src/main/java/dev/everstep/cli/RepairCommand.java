package dev.everstep.cli;

import dev.everstep.journal.Journal;
import dev.everstep.journal.embedded.EmbeddedJournal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a damaged data directory usable. */
@Command(
    name = "repair",
    description = {
      "Makes a data directory usable of which files are damaged or missing.",
      "The directory must not be in use; copy it first. What can be read is kept; runs that may"
          + " have lost something go to quarantine, and damaged files stay under another name."
          + " Ends with exit code 1 if runs are in quarantine. One JSON object for each thing done"
          + " if piped."
    })
final class RepairCommand implements Callable<Integer> {
  private final Console console;

  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Option(names = "--json", description = "JSON also on a terminal.")
  boolean json;

  RepairCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    data.requireExisting();
    List<String> actions = EmbeddedJournal.repair(data.path);
    for (String action : actions) {
      console.println(json || !console.outIsTerminal() ? JournalJson.done(action) : action);
    }
    if (actions.isEmpty()) {
      console.progress("there was nothing to repair");
    }
    try (Journal journal = data.read()) {
      return journal.quarantined().isEmpty() ? Main.DONE : Main.FAILED;
    }
  }
}
