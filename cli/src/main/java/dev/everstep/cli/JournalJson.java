package dev.everstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.everstep.RunStatus;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.journal.transfer.Import.Imported;
import dev.everstep.journal.transfer.JournalCheck.Problem;
import dev.everstep.journal.transfer.JournalCheck.RunReport;
import dev.everstep.journal.transfer.JournalStats;
import dev.everstep.journal.transfer.JournalStats.Start;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the commands on a whole journal found, as programs read it; see {@link Json}. */
final class JournalJson {
  private JournalJson() {}

  static String imported(Imported imported) {
    return Json.object(
        out -> {
          out.writeNumberField("imported", imported.imported());
          out.writeNumberField("entries", imported.entries());
          out.writeNumberField("skipped", imported.skipped());
          out.writeNumberField("refused", imported.refused());
          out.writeNumberField("unreadable", imported.unreadable());
        });
  }

  static String done(String action) {
    return Json.object(out -> Json.text(out, "done", action));
  }

  static String finding(EmbeddedJournal.Finding finding) {
    return Json.object(
        out -> {
          Json.text(out, "file", finding.file());
          out.writeBooleanField("harmless", finding.harmless());
          Json.text(out, "what", finding.what());
        });
  }

  static String report(RunReport report) {
    return Json.object(
        out -> {
          Json.text(out, "run", report.run());
          Json.text(out, "workflow", report.workflow());
          Json.text(out, "status", report.status());
          out.writeNumberField("entries", report.entries());
          out.writeArrayFieldStart("problems");
          for (Problem problem : report.problems()) {
            out.writeStartObject();
            Json.text(out, "code", problem.code());
            Json.text(out, "where", problem.where());
            Json.text(out, "what", problem.what());
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  static String stats(JournalStats stats, DirectoryFiles files) {
    return Json.object(
        out -> {
          out.writeNumberField("runs", stats.count());
          out.writeObjectFieldStart("byStatus");
          for (RunStatus status : RunStatus.values()) {
            out.writeNumberField(status.name(), stats.count(status));
          }
          out.writeEndObject();
          out.writeObjectFieldStart("byWorkflow");
          for (Map.Entry<String, Map<RunStatus, Long>> each : stats.runs().entrySet()) {
            out.writeObjectFieldStart(each.getKey());
            for (RunStatus status : RunStatus.values()) {
              out.writeNumberField(status.name(), each.getValue().getOrDefault(status, 0L));
            }
            out.writeEndObject();
          }
          out.writeEndObject();
          out.writeNumberField("entries", stats.entries());
          out.writeNumberField("payloadBytes", stats.payloadBytes());
          out.writeNumberField("timers", stats.timers());
          Json.text(out, "nextDue", stats.nextDue());
          start(out, "oldest", stats.oldest());
          start(out, "newest", stats.newest());
          out.writeNumberField("unreadable", stats.unreadable());
          out.writeNumberField("directoryBytes", files.bytes());
          out.writeObjectFieldStart("files");
          for (Map.Entry<String, DirectoryFiles.Kind> each : files.kinds().entrySet()) {
            out.writeObjectFieldStart(each.getKey());
            out.writeNumberField("files", each.getValue().files());
            out.writeNumberField("bytes", each.getValue().bytes());
            out.writeEndObject();
          }
          out.writeEndObject();
        });
  }

  private static void start(JsonGenerator out, String name, @Nullable Start start)
      throws IOException {
    if (start != null) {
      out.writeObjectFieldStart(name);
      Json.text(out, "run", start.run());
      Json.text(out, "startedAt", start.at());
      out.writeEndObject();
    }
  }
}
