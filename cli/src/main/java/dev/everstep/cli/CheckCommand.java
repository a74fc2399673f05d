package dev.everstep.cli;

import dev.everstep.journal.Journal;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.journal.transfer.JournalCheck;
import dev.everstep.journal.transfer.JournalCheck.Problem;
import dev.everstep.journal.transfer.JournalCheck.RunReport;
import dev.everstep.journal.transfer.JournalCheck.Summary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks every file and every run of a data directory. */
@Command(
    name = "check",
    description = {
      "Checks that the files of a data directory are as they were written, and every run whole.",
      "Reads all of it, whether or not a process uses it; changes nothing. Shows what is damaged"
          + " and the runs that are not whole, and ends with exit code 1 if anything is lost. One"
          + " JSON object for each file that is damaged and for each run if piped."
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
    data.requireExisting();
    List<EmbeddedJournal.Finding> findings = EmbeddedJournal.checkFiles(data.path);
    findings.forEach(this::show);
    boolean lost = findings.stream().anyMatch(finding -> !finding.harmless());
    Counter counter = new Counter(console, "checked");
    try (Journal journal = data.read()) {
      Summary summary = JournalCheck.check(journal, this::show, counter);
      counter.end();
      console.progress(
          Counter.words("checked", summary.runs(), summary.entries())
              + (summary.broken() == 0 ? ": all are whole" : ", not whole: " + summary.broken()));
      return summary.broken() == 0 && !lost ? Main.DONE : Main.FAILED;
    }
  }

  private void show(EmbeddedJournal.Finding finding) {
    if (json || !console.outIsTerminal()) {
      console.println(JournalJson.finding(finding));
    } else {
      console.println(
          Table.cut(
              finding.file() + (finding.harmless() ? " (harmless): " : ": ") + finding.what(),
              LINE_MAX));
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
