package dev.everstep.cli;

import dev.everstep.journal.Journal;
import dev.everstep.journal.transfer.JournalCheck;
import dev.everstep.journal.transfer.JournalCheck.Problem;
import dev.everstep.journal.transfer.JournalCheck.RunReport;
import dev.everstep.journal.transfer.JournalCheck.Summary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks every run of a data directory. */
@Command(
    name = "check",
    description = {
      "Checks that every run of a data directory can be read and is whole.",
      "Reads all of it, whether or not a process uses it; changes nothing. Shows the runs that are"
          + " not whole, and ends with exit code 1 if there are any. One JSON object for each run"
          + " if piped."
    })
final class CheckCommand implements Callable<Integer> {
  private static final int LINE_MAX = 600;

  private final Console console;

  @Mixin HelpOption help = new HelpOption();
  @Mixin DataDirectory data = new DataDirectory();

  @Option(names = "--json", description = "JSON also on a terminal.")
  boolean json;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Counter counter = new Counter(console, "checked");
    try (Journal journal = data.read()) {
      Summary summary = JournalCheck.check(journal, this::show, counter);
      counter.end();
      console.progress(
          Counter.words("checked", summary.runs(), summary.entries())
              + (summary.broken() == 0 ? ": all are whole" : ", not whole: " + summary.broken()));
      return summary.broken() == 0 ? Main.DONE : Main.FAILED;
    }
  }

  private void show(RunReport report) {
    if (json || !console.outIsTerminal()) {
      console.println(JournalJson.report(report));
      return;
    }
    if (!report.problems().isEmpty()) {
      console.status("");
      console.println("run " + (report.run() == null ? "unknown" : report.run()));
      for (Problem problem : report.problems()) {
        console.println(
            Table.cut(
                "  " + problem.where() + ": " + problem.code() + " " + problem.what(), LINE_MAX));
      }
    }
  }
}
