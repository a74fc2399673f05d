package dev.everstep.cli;

import dev.everstep.ErrorCode;
import dev.everstep.Everstep;
import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.RunStuckException;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.RunQuery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets stuck runs try again. */
@Command(
    name = "retry",
    description = {
      "Lets stuck runs try again with the code on the class path, and waits for them.",
      "Past crashes are forgiven. A run that is stuck all the same says on what, and",
      "keeps all it has. Unfinished runs go on meanwhile, as whenever the directory is",
      "opened. One JSON object on each line if piped."
    })
final class RetryCommand implements Callable<Integer> {
  private static final int PAGE = 1_000;

  private final Console console;

  @Spec CommandSpec spec;
  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Parameters(paramLabel = "<id>", arity = "0..*", description = "The runs.")
  List<String> runs = new ArrayList<>();

  @Option(names = "--stuck", description = "All runs that are stuck.")
  boolean stuck;

  @Option(
      names = {"-w", "--workflow"},
      paramLabel = "<name>",
      description = "With --stuck: only runs of this workflow.")
  @Nullable String workflow;

  @Option(names = "--json", description = "JSON also on a terminal.")
  boolean json;

  RetryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (stuck == !runs.isEmpty() || (workflow != null && !stuck)) {
      throw new ParameterException(
          spec.commandLine(), "Name runs, or give --stuck; --workflow goes with --stuck");
    }
    List<RunId> named = new LinkedHashSet<>(runs).stream().map(RunId::new).toList();
    data.requireExisting();
    int exitCode = Main.DONE;
    List<Head> heads = new ArrayList<>();
    try (Journal journal = data.own()) {
      List<Head> wanted =
          stuck ? stuck(journal) : named.stream().map(id -> named(journal, id)).toList();
      try (Everstep everstep = Everstep.builder().journal(journal).open()) {
        Progress progress = new Progress(console, journal);
        for (Head before : wanted) {
          exitCode = Math.max(exitCode, retry(everstep, progress, before.run()));
          heads.add(journal.head(before.run()).orElseThrow());
        }
      }
    }
    if (heads.isEmpty() && console.outIsTerminal() && !json) {
      console.progress("No run is stuck in " + data.path + ".");
    } else {
      ListRunsCommand.show(console, json, heads);
    }
    return exitCode;
  }

  private int retry(Everstep everstep, Progress progress, RunId id) {
    try {
      everstep.retryStuck(id);
    } catch (RunStuckException still) {
      return progress.failed(still);
    }
    return progress.exitCode(everstep.find(id).orElseThrow());
  }

  /** Nothing is tried unless all that are named are stuck. */
  private Head named(Journal journal, RunId id) {
    Head head = journal.head(id).orElseThrow(() -> TraceCommand.unknown(id, data));
    if (head.status() != RunStatus.STUCK) {
      throw new InvalidInputException(
          ErrorCode.ES505,
          "the run is not stuck: run="
              + id
              + ", status="
              + head.status()
              + ". "
              + (head.status().isFinished()
                  ? "It has finished; start a new run."
                  : "'everstep resume -r " + id + "' goes on with it."));
    }
    return head;
  }

  private List<Head> stuck(Journal journal) {
    List<Head> all = new ArrayList<>();
    RunQuery query = new RunQuery(RunStatus.STUCK, workflow, null, PAGE);
    List<Head> page = journal.runs(query);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = journal.runs(query.after(page.get(page.size() - 1)));
    }
    return all;
  }
}
