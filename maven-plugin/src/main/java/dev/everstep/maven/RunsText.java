package dev.everstep.maven;

import dev.everstep.upgrade.RunsInFlight;
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
    lines.add(new Line(Line.Level.INFO, runs.text(String.valueOf(journal))));
    for (RunsInFlight.Place place : runs.places()) {
      Verdict verdict = place.verdict();
      Line.Level level =
          verdict == null
              ? Line.Level.WARN
              : switch (verdict.answer()) {
                case CONTINUES -> Line.Level.INFO;
                case CONTINUES_WITH -> Line.Level.WARN;
                case CANNOT -> cannot;
              };
      lines.add(new Line(level, "  " + place.text()));
      if (verdict != null) {
        verdict.reasons().forEach(reason -> lines.add(new Line(level, "      " + reason.text())));
      }
    }
    return lines;
  }
}
