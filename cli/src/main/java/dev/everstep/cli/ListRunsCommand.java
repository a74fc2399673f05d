package dev.everstep.cli;

import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.RunQuery;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists runs. */
@Command(
    name = "ls",
    description = {"Lists runs, the newest first.", "One JSON object on each line if piped."})
final class ListRunsCommand implements Callable<Integer> {
  private static final int LIMIT_MAX = 9_999;
  private static final int CELL_MAX = 100;

  private final Console console;

  @Spec CommandSpec spec;
  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Option(
      names = "--status",
      paramLabel = "<status>",
      description = "Only ${COMPLETION-CANDIDATES}.")
  @Nullable RunStatus status;

  @Option(names = "--workflow", paramLabel = "<name>", description = "Only runs of this workflow.")
  @Nullable String workflow;

  @Option(
      names = "--limit",
      paramLabel = "<n>",
      defaultValue = "50",
      description = "How many at most, 1 to 9999. Default: 50.")
  int limit;

  @Option(names = "--json", description = "JSON also on a terminal.")
  boolean json;

  ListRunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new ParameterException(spec.commandLine(), "--limit is 1 to 9999, not " + limit);
    }
    try (Journal journal = data.read()) {
      // One more than wanted, to know whether there are more.
      List<Head> heads = journal.runs(new RunQuery(status, workflow, null, limit + 1));
      List<Head> shown = heads.subList(0, Math.min(limit, heads.size()));
      show(console, json, shown);
      if (heads.size() > limit) {
        console.progress("There are more; --limit shows them.");
      }
    }
    return Main.DONE;
  }

  /** Shows runs: as a table on a terminal, else as JSON. */
  static void show(Console console, boolean json, List<Head> heads) {
    if (json || !console.outIsTerminal()) {
      heads.forEach(head -> console.println(Json.run(head)));
    } else {
      console.print(table(heads));
    }
  }

  private static String table(List<Head> heads) {
    Table table = new Table(CELL_MAX, "run", "workflow", "status", "started", "updated", "due");
    for (Head head : heads) {
      table.add(
          head.run().value(),
          head.workflow(),
          head.status().name(),
          Times.dateAndTime(head.startedAt()),
          Times.dateAndTime(head.updatedAt()),
          head.wakeAt() == null ? "-" : Times.dateAndTime(head.wakeAt()));
    }
    return table.toString();
  }
}
