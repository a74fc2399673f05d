package dev.everstep.maven;

import dev.everstep.upgrade.Reason;
import dev.everstep.upgrade.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the console shows of {@link RunsInFlight}: for each place, its runs and their verdict. */
final class RunsText {
  private RunsText() {}

  /**
   * Returns the lines.
   *
   * @param fails whether a run that cannot go on fails the build
   */
  static List<Line> of(RunsInFlight runs, @Nullable String journal, boolean fails) {
    Line.Level cannot = fails ? Line.Level.ERROR : Line.Level.WARN;
    List<Line> lines = new ArrayList<>();
    String others =
        (runs.others() == 0 ? "" : ", and " + runs.others() + " of workflows that are not here")
            + (runs.quarantined() == 0 ? "" : ", and " + runs.quarantined() + " in quarantine");
    lines.add(
        new Line(Line.Level.INFO, "Runs in flight in " + journal + ": " + runs.runs() + others));
    for (RunsInFlight.Place place : runs.places()) {
      String where = "  " + place.workflow() + " " + place.at() + ": ";
      Verdict verdict = place.verdict();
      if (verdict == null) {
        lines.add(
            new Line(
                Line.Level.WARN,
                where + "not judged, since " + place.unjudged() + ". " + place.shown()));
      } else {
        Line.Level level =
            switch (verdict.answer()) {
              case CONTINUES -> Line.Level.INFO;
              case CONTINUES_WITH -> Line.Level.WARN;
              case CANNOT -> cannot;
            };
        lines.add(new Line(level, where + UpgradeText.answer(verdict) + ". " + place.shown()));
        for (Reason reason : verdict.reasons()) {
          lines.add(new Line(level, "      " + reason.text()));
        }
      }
    }
    return lines;
  }
}
