package dev.everstep.cli;

import dev.everstep.Everstep;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.RunStuckException;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.RunQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes on with runs that were interrupted. */
@Command(
    name = "resume",
    description = {
      "Goes on with the runs of a data directory that have not finished, and waits for them.",
      "Prints what became of them: one JSON object on each line if piped."
    })
final class ResumeCommand implements Callable<Integer> {
  private static final int PAGE = 1_000;
  private static final long RETRY_NANOS_MAX = 2_000_000_000L;
  private static final long POLL_NANOS = 10_000_000L;

  private final Console console;

  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Option(
      names = {"-r", "--run"},
      paramLabel = "<id>",
      description = "Waits for this run only; if it is stuck, it is tried again.")
  @Nullable String run;

  @Option(names = "--json", description = "JSON also on a terminal.")
  boolean json;

  ResumeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    data.requireExisting();
    int exitCode = Main.DONE;
    try (Journal journal = data.own()) {
      List<Head> wanted = run == null ? unfinished(journal) : List.of(named(journal, run));
      List<Head> heads = new ArrayList<>();
      try (Everstep everstep = Everstep.builder().journal(journal).open()) {
        Progress progress = new Progress(console, journal);
        for (Head before : wanted) {
          RunId id = before.run();
          if (before.status() == RunStatus.STUCK) {
            awaitRetry(journal, before);
          }
          exitCode = Math.max(exitCode, await(everstep, progress, id));
          heads.add(journal.head(id).orElseThrow());
        }
      }
      show(heads);
    }
    return exitCode;
  }

  private Head named(Journal journal, String run) {
    RunId id = new RunId(run);
    return journal.head(id).orElseThrow(() -> TraceCommand.unknown(id, data));
  }

  private static List<Head> unfinished(Journal journal) {
    List<Head> unfinished = new ArrayList<>();
    for (RunStatus status : List.of(RunStatus.RUNNING, RunStatus.STUCK)) {
      RunQuery query = RunQuery.withStatus(status, PAGE);
      List<Head> page = journal.runs(query);
      while (!page.isEmpty()) {
        unfinished.addAll(page);
        page = journal.runs(query.after(page.get(page.size() - 1)));
      }
    }
    return unfinished;
  }

  /**
   * Waits until a stuck run goes on. If it is as stuck as before nothing tells, so there is a
   * limit.
   */
  private static void awaitRetry(Journal journal, Head stuck) {
    long deadline = System.nanoTime() + RETRY_NANOS_MAX;
    while (journal.head(stuck.run()).orElseThrow().seq() == stuck.seq()
        && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Waits for one run; its failure is shown, and others are waited for all the same. */
  private int await(Everstep everstep, Progress progress, RunId id) {
    try {
      if (run != null) {
        everstep.retryStuck(id);
      }
    } catch (RunStuckException still) {
      return progress.failed(still);
    }
    return progress.exitCode(everstep.find(id).orElseThrow());
  }

  private void show(List<Head> heads) {
    if (heads.isEmpty() && console.outIsTerminal() && !json) {
      console.progress("No run waits in " + data.path + ".");
    } else {
      ListRunsCommand.show(console, json, heads);
    }
  }
}
