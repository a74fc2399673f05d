package dev.everstep.maven;

import dev.everstep.upgrade.Judgement;
import dev.everstep.upgrade.Position;
import dev.everstep.upgrade.Reason;
import dev.everstep.upgrade.RunsInFlight;
import dev.everstep.upgrade.StepGraph;
import dev.everstep.upgrade.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the console shows of an {@link Upgrade}: a line for each point of the accepted graphs. */
final class UpgradeText {
  private final Line.Level cannot;
  private final List<Line> lines = new ArrayList<>();

  private UpgradeText(Line.Level cannot) {
    this.cannot = cannot;
  }

  /**
   * Returns the lines.
   *
   * @param cannot how loud a place is from which no run can go on
   */
  static List<Line> of(Upgrade upgrade, Line.Level cannot) {
    UpgradeText text = new UpgradeText(cannot);
    for (Upgrade.Change change : upgrade.changes()) {
      text.change(change, upgrade);
    }
    return text.lines;
  }

  /** Returns the lines of what is accepted and changed. */
  static List<Line> ofChanged(Upgrade upgrade, Line.Level cannot) {
    UpgradeText text = new UpgradeText(cannot);
    upgrade.changes().stream()
        .filter(change -> change.before() != null && !change.same())
        .forEach(change -> text.change(change, upgrade));
    return text.lines;
  }

  private void change(Upgrade.Change change, Upgrade upgrade) {
    Judgement judgement = change.judgement();
    if (judgement == null) {
      String what =
          change.name()
              + ": there is no baseline, so no later build can tell which of its runs go on. "
              + "Commit one: mvn everstep:accept writes "
              + upgrade.shown(change.file())
              + ".";
      lines.add(new Line(Line.Level.WARN, GoalCode.ES655.message(what)));
      return;
    }
    int points = judgement.points().size();
    String size = points == 1 ? "1 point" : points + " points";
    if (change.same()) {
      lines.add(new Line(Line.Level.INFO, change.name() + ": unchanged, " + size));
      return;
    }
    String state = change.after() == null ? "gone" : "changed";
    lines.add(new Line(Line.Level.INFO, change.name() + ": " + state + ", " + size));
    if (judgement.before().kind() == StepGraph.Kind.WORKFLOW) {
      verdict("not begun", judgement.start());
    }
    for (Map.Entry<Position, Verdict> point : judgement.points().entrySet()) {
      verdict(point.getKey().toString(), point.getValue());
    }
  }

  private void verdict(String place, Verdict verdict) {
    Line.Level level =
        switch (verdict.answer()) {
          case CONTINUES -> Line.Level.INFO;
          case CONTINUES_WITH -> Line.Level.WARN;
          case CANNOT -> cannot;
        };
    lines.add(new Line(level, "  " + place + ": " + verdict.answer().text()));
    for (Reason reason : verdict.reasons()) {
      lines.add(new Line(level, "      " + reason.text()));
      if (reason.hint() != null) {
        lines.add(new Line(level, "      " + reason.hint()));
      }
    }
  }

  /** Returns why the build fails. */
  static String failure(Upgrade upgrade, Optional<RunsInFlight> runs) {
    String what =
        runs.map(found -> found.cannot() + " of " + found.runs() + " runs in flight")
            .orElse(
                "runs of "
                    + upgrade.cannot().stream()
                        .map(Upgrade.Change::name)
                        .collect(Collectors.joining(", ")));
    String where = runs.isPresent() ? "" : " that stand at the places shown above";
    return GoalCode.ES651.message(
        what
            + where
            + " can't go on with this code. Do what is said there; or, if no such run is left,"
            + " accept it: mvn everstep:accept -Deverstep.accept.cant=true.");
  }
}
