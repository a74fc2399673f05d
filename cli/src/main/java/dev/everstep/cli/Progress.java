package dev.everstep.cli;

import dev.everstep.EverstepException;
import dev.everstep.Run;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import dev.everstep.trace.Trace;
import dev.everstep.trace.TraceEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Says what a run does while it is waited for. Confined to one thread. */
final class Progress {
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final int PAGE = 1_000;

  private final Console console;
  private final Journal journal;

  Progress(Console console, Journal journal) {
    this.console = console;
    this.journal = journal;
  }

  /**
   * Waits until a run has finished, with a line for each of its entries from now on.
   *
   * @throws dev.everstep.RunFailedException if the workflow threw
   * @throws dev.everstep.RunStuckException if the run cannot continue
   */
  void await(Run<?> run) {
    long seen = journal.head(run.id()).map(head -> head.seq() + 1).orElse(0L);
    if (run.status().isFinished()) {
      run.result();
      return;
    }
    boolean finished = false;
    while (!finished) {
      try {
        run.result(INTERVAL);
        finished = true;
      } catch (TimeoutException e) {
        // Not finished yet: what has happened since is shown below.
      } finally {
        seen = show(run, seen);
      }
    }
  }

  /** Waits for a run as {@link #await} does; tells what it failed with, and returns its code. */
  int exitCode(Run<?> run) {
    try {
      await(run);
      return Main.DONE;
    } catch (EverstepException e) {
      return failed(e);
    }
  }

  /** Tells what a run failed with, or is stuck on, and returns the exit code for it. */
  int failed(EverstepException e) {
    console.error(String.valueOf(e.getMessage()));
    return Main.exitCode(e.code());
  }

  /** Returns the result of a run that has completed, as the journal has it. */
  String result(Run<?> run) {
    return Trace.read(journal, run.id()).map(Trace::result).map(Payload::utf8).orElse("null");
  }

  private long show(Run<?> run, long from) {
    long next = from;
    List<TraceEntry> page = Trace.page(journal, run.id(), next, PAGE);
    while (!page.isEmpty()) {
      page.forEach(entry -> show(run, entry));
      next += page.size();
      page = Trace.page(journal, run.id(), next, PAGE);
    }
    return next;
  }

  private void show(Run<?> run, TraceEntry entry) {
    String words = TraceTable.words(entry);
    if (!words.isEmpty()) {
      console.progress("run " + run.id() + ": " + words);
    }
  }
}
