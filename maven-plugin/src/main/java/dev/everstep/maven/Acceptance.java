package dev.everstep.maven;

import dev.everstep.upgrade.StepGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the compiled step graphs the accepted ones, and says what it does. */
final class Acceptance {
  private Acceptance() {}

  /** Writes the baselines that differ, and deletes those of workflows that are gone. */
  static List<Line> write(Upgrade upgrade, Path compiled) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Upgrade.Change change : upgrade.changes()) {
      Path file = upgrade.accepted().resolve(change.file());
      if (change.after() == null) {
        Files.delete(file);
        lines.add(line("deleted " + change.file() + ": " + change.name() + " is gone"));
      } else if (!change.same()) {
        Files.createDirectories(upgrade.accepted());
        Files.copy(compiled.resolve(change.file()), file, StandardCopyOption.REPLACE_EXISTING);
        lines.add(line("wrote " + change.file() + ": " + points(change.before(), change.after())));
      }
    }
    if (lines.isEmpty()) {
      lines.add(line("The step graphs are accepted as they are; nothing to write."));
    }
    return lines;
  }

  private static String points(@Nullable StepGraph before, StepGraph after) {
    Set<String> now = points(after);
    if (before == null) {
      return "new, with " + String.join(", ", now);
    }
    Set<String> added = new LinkedHashSet<>(now);
    added.removeAll(points(before));
    Set<String> removed = new LinkedHashSet<>(points(before));
    removed.removeAll(now);
    if (added.isEmpty() && removed.isEmpty()) {
      return "the same points";
    }
    List<String> parts = new ArrayList<>();
    added.forEach(point -> parts.add("+ " + point));
    removed.forEach(point -> parts.add("- " + point));
    return String.join(", ", parts);
  }

  private static Set<String> points(StepGraph graph) {
    Set<String> points = new LinkedHashSet<>();
    for (StepGraph.Method method : graph.methods()) {
      method.points().forEach(point -> points.add(method.name() + "@" + point.id()));
    }
    return points;
  }

  private static Line line(String text) {
    return new Line(Line.Level.INFO, text);
  }
}
