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
   * @param workflow its workflow; null with the run
   * @param status its status; null with the run
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
    RunPages pages = new RunPages(journal, Selection.ALL);
    long runs = 0;
    long entries = 0;
    long broken = 0;
    try {
      List<Head> page = pages.page();
      while (!page.isEmpty()) {
        for (Head head : page) {
          RunReport report = new RunCheck(journal, head).report();
          reports.accept(report);
          runs++;
          entries += report.entries();
          broken += report.problems().isEmpty() ? 0 : 1;
          observer.progress(runs, entries);
        }
        page = pages.page();
      }
    } catch (JournalException e) {
      if (e.code() == ErrorCode.ES302) {
        throw e; // closed
      }
      String what = e.getMessage() + " Older runs were not looked at.";
      reports.accept(
          new RunReport(null, null, null, 0, List.of(new Problem(e.code(), "head", what))));
      broken++;
    }
    return new Summary(runs, entries, broken);
  }
}
