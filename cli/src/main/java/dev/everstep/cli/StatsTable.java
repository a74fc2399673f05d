package dev.everstep.cli;

import dev.everstep.RunStatus;
import dev.everstep.journal.transfer.JournalStats;
import dev.everstep.journal.transfer.JournalStats.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures of a journal as people read them. */
final class StatsTable {
  private static final int CELL_MAX = 100;

  private StatsTable() {}

  static String of(JournalStats stats, DirectoryFiles files) {
    StringBuilder text = new StringBuilder();
    line(text, "runs", count(stats.count()));
    line(text, "entries", count(stats.entries()));
    line(text, "payloads", bytes(stats.payloadBytes()));
    line(text, "directory", bytes(files.bytes()));
    line(
        text,
        "timers",
        count(stats.timers())
            + (stats.nextDue() == null ? "" : ", due " + Times.dateAndTime(stats.nextDue())));
    line(text, "oldest run", start(stats.oldest()));
    line(text, "newest run", start(stats.newest()));
    if (stats.unreadable() > 0) {
      line(text, "unreadable", count(stats.unreadable()));
    }
    return text.append('\n').append(runs(stats)).append('\n').append(files(files)).toString();
  }

  private static Table runs(JournalStats stats) {
    List<String> headings = new ArrayList<>(List.of("workflow"));
    for (RunStatus status : RunStatus.values()) {
      headings.add(status.name());
    }
    Table table = new Table(CELL_MAX, headings.toArray(String[]::new));
    stats
        .runs()
        .forEach(
            (workflow, counts) -> {
              List<String> row = new ArrayList<>(List.of(workflow));
              for (RunStatus status : RunStatus.values()) {
                row.add(count(counts.getOrDefault(status, 0L)));
              }
              table.add(row.toArray(String[]::new));
            });
    return table;
  }

  private static Table files(DirectoryFiles files) {
    Table table = new Table(CELL_MAX, "file", "files", "size");
    files.kinds().forEach((kind, all) -> table.add(kind, count(all.files()), bytes(all.bytes())));
    return table;
  }

  private static String start(@Nullable Start start) {
    return start == null ? "-" : start.run() + ", started " + Times.dateAndTime(start.at());
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String bytes(long bytes) {
    double kib = bytes / 1024.0;
    if (bytes < 1024) {
      return bytes + " B";
    }
    return kib < 1024
        ? String.format(Locale.ROOT, "%,.1f KiB", kib)
        : String.format(Locale.ROOT, "%,.1f MiB", kib / 1024);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("%-12s", name)).append(value).append('\n');
  }
}
