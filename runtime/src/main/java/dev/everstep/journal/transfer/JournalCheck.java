package dev.everstep.journal.transfer;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a journal holds: that each run can be read and is one that the engine could have
 * written. Says nothing about how it is stored. Changes nothing.
 *
 * <pre>
 * of each run
 *   its head can be read, and its entries, without a gap from 0 to the head's seq
 *   bodies and the state are JSON objects, or documents whose pieces are all there
 *   the kinds of the entries can follow each other, and end where the status says
 *   the state holds what goes with the status: a wait, a reason, a result or a failure
 * </pre>
 */
public final class JournalCheck {
  private JournalCheck() {}

  /**
   * Something that is wrong with a run.
   *
   * @param code its page says what to do
   * @param where the part of the run, as in {@code seq=3} or {@code state}
   * @param what whole words
   */
  public record Problem(ErrorCode code, String where, String what) {}

  /**
   * What was found of one run.
   *
   * @param run the run; null if not even that can be read
   * @param workflow its workflow; null if its head cannot be read
   * @param status its status; null if its head cannot be read
   * @param entries how many entries could be read
   * @param problems what is wrong; empty if nothing is
   */
  public record RunReport(
      @Nullable RunId run,
      @Nullable String workflow,
      @Nullable RunStatus status,
      long entries,
      List<Problem> problems) {
    /** Copies the list. */
    public RunReport {
      problems = List.copyOf(problems);
    }
  }

  /**
   * What was found in all.
   *
   * @param runs how many runs were looked at
   * @param entries how many entries
   * @param broken how many runs have problems
   */
  public record Summary(long runs, long entries, long broken) {}

  /** Checks all runs, and passes on what was found of each. */
  public static Summary check(Journal journal, Consumer<RunReport> reports, Observer observer) {
    Checking checking = new Checking(reports);
    RunPages pages = new RunPages(journal, Selection.ALL, checking::unlisted);
    List<Head> page = pages.page();
    while (!page.isEmpty()) {
      for (Head head : page) {
        checking.found(new RunCheck(journal, head).report());
        observer.progress(checking.runs, checking.entries);
      }
      page = pages.page();
    }
    Quarantined.forEach(journal, checking::quarantined);
    return new Summary(checking.runs, checking.entries, checking.broken);
  }

  private static final class Checking {
    private final Consumer<RunReport> reports;
    private long runs;
    private long entries;
    private long broken;

    Checking(Consumer<RunReport> reports) {
      this.reports = reports;
    }

    void found(RunReport report) {
      reports.accept(report);
      runs++;
      entries += report.entries();
      broken += report.problems().isEmpty() ? 0 : 1;
    }

    void quarantined(RunId run, JournalException e) {
      Problem problem = new Problem(e.code(), "head", String.valueOf(e.getMessage()));
      found(new RunReport(run, null, null, 0, List.of(problem)));
    }

    void unlisted(JournalException e) {
      String what = e.getMessage() + " Runs that were started at the same time were left out.";
      found(new RunReport(null, null, null, 0, List.of(new Problem(e.code(), "head", what))));
    }
  }
}
