package dev.everstep.maven;

import dev.everstep.verify.FailOn;
import dev.everstep.verify.Report;
import dev.everstep.verify.Severity;
import dev.everstep.verify.VerifyCode;
import dev.everstep.verify.report.TextReport;
import java.util.ArrayList;
import java.util.List;

/** What the console shows of a {@link Report}: the text of all consoles, as loud as it matters. */
final class DeterminismText {
  private DeterminismText() {}

  /**
   * Returns the lines.
   *
   * @param failOn which findings fail the build, and so are errors
   */
  static List<Line> of(Report report, FailOn failOn) {
    List<Line> lines = new ArrayList<>();
    for (String part : TextReport.of(report, false).strip().split("\n\n")) {
      Line.Level level = level(part, failOn);
      part.lines().forEach(line -> lines.add(new Line(level, line)));
    }
    return lines;
  }

  private static Line.Level level(String part, FailOn failOn) {
    if (!part.startsWith("[")) {
      return Line.Level.INFO;
    }
    VerifyCode code = VerifyCode.valueOf(part.substring(1, part.indexOf(']')));
    if (code == VerifyCode.ES627) {
      return Line.Level.INFO; // A module of a reactor may well have no workflow.
    }
    boolean fails =
        switch (failOn) {
          case NEVER -> false;
          case FORBID -> code == VerifyCode.ES620 || code == VerifyCode.ES622;
          case WARN ->
              code == VerifyCode.ES620 || code == VerifyCode.ES621 || code == VerifyCode.ES622;
        };
    return fails ? Line.Level.ERROR : Line.Level.WARN;
  }

  /** Returns why the build fails. */
  static String failure(Report report, FailOn failOn) {
    long found =
        report.fresh().stream()
            .filter(finding -> failOn == FailOn.WARN || finding.severity() == Severity.FORBID)
            .count();
    String what =
        found > 0
            ? found
                + (found == 1 ? " nondeterministic call" : " nondeterministic calls")
                + " in what workflows can reach; see above. Write what is offered there, or do it"
                + " in a step. What makes no difference gets @Deterministic(reason = ...), or is"
                + " accepted: mvn everstep:accept -Deverstep.accept=nondeterminism."
            : "the check says what is wrong above.";
    return GoalCode.ES650.message(what);
  }
}
