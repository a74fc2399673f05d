package dev.everstep.maven;

import dev.everstep.verify.Counts;
import dev.everstep.verify.FailOn;
import dev.everstep.verify.Finding;
import dev.everstep.verify.Notice;
import dev.everstep.verify.Report;
import dev.everstep.verify.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What the console shows of a {@link Report}: each fresh finding with its way, as a stack trace
 * shows it, and how much was looked at.
 */
final class DeterminismText {
  private DeterminismText() {}

  /**
   * Returns the lines.
   *
   * @param failOn which findings fail the build, and so are errors
   */
  static List<Line> of(Report report, FailOn failOn) {
    List<Line> lines = new ArrayList<>();
    for (Finding finding : report.fresh()) {
      finding(finding, level(finding.severity(), failOn), lines);
    }
    for (Notice notice : report.notices()) {
      boolean fails = notice.isError() && failOn != FailOn.NEVER;
      lines.add(new Line(fails ? Line.Level.ERROR : Line.Level.WARN, notice.message()));
    }
    lines.add(new Line(Line.Level.INFO, summary(report)));
    return lines;
  }

  private static Line.Level level(Severity severity, FailOn failOn) {
    boolean fails =
        switch (failOn) {
          case NEVER -> false;
          case WARN -> true;
          case FORBID -> severity == Severity.FORBID;
        };
    return fails ? Line.Level.ERROR : Line.Level.WARN;
  }

  private static void finding(Finding finding, Line.Level level, List<Line> lines) {
    String use = finding.replacement() == null ? "" : " Use " + finding.replacement() + ".";
    String what = finding.body() + " calls " + finding.call() + ": " + finding.reason() + "." + use;
    lines.add(new Line(level, finding.code().message(what)));
    for (int i = finding.chain().size() - 1; i >= 0; i--) {
      lines.add(new Line(level, "    at " + finding.chain().get(i)));
    }
  }

  private static String summary(Report report) {
    Counts counts = report.counts();
    return String.format(
        "Determinism: %s, %s: %d forbidden, %d to be looked at, %d known, %d suppressed.",
        number(counts.bodies(), "body", "bodies"),
        number(counts.methods(), "method", "methods"),
        fresh(report, Severity.FORBID),
        fresh(report, Severity.WARN),
        report.findings().size() - report.fresh().size(),
        report.suppressed().size());
  }

  /** Returns why the build fails. */
  static String failure(Report report, FailOn failOn) {
    long found =
        fresh(report, Severity.FORBID) + (failOn == FailOn.WARN ? fresh(report, Severity.WARN) : 0);
    String what =
        found > 0
            ? number(found, "nondeterministic call", "nondeterministic calls")
                + " in what workflows can reach; see above. Write what is offered there, or do it"
                + " in a step. What makes no difference gets @Deterministic(reason = ...), or is"
                + " accepted: mvn everstep:accept -Deverstep.accept=nondeterminism."
            : "the check says what is wrong above.";
    return GoalCode.ES650.message(what);
  }

  private static long fresh(Report report, Severity severity) {
    return report.fresh().stream().filter(finding -> finding.severity() == severity).count();
  }

  private static String number(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
