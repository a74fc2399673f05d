package dev.everstep.journal.transfer;

import dev.everstep.RunId;
import dev.everstep.codec.RawJson;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The lines of an export, without their end; read again by {@link ExportReader}. */
final class Lines {
  static final String FORMAT = "everstep-export";
  static final int VERSION = 1;

  private Lines() {}

  static Payload header(Instant at, String by) {
    return RawJson.object(
        out -> {
          out.writeStringField("type", "header");
          out.writeStringField("format", FORMAT);
          out.writeNumberField("version", VERSION);
          out.writeStringField("at", at.toString());
          out.writeStringField("by", by);
        });
  }

  /** Begins a run; {@code inFull} is what its state stands for, null for nothing. */
  static Payload run(Head head, @Nullable Payload inFull) {
    return RawJson.object(
        out -> {
          out.writeStringField("type", "run");
          out.writeStringField("run", head.run().value());
          out.writeStringField("workflow", head.workflow());
          out.writeStringField("status", head.status().name());
          out.writeNumberField("seq", head.seq());
          out.writeStringField("startedAt", head.startedAt().toString());
          out.writeStringField("updatedAt", head.updatedAt().toString());
          if (head.wakeAt() != null) {
            out.writeStringField("wakeAt", head.wakeAt().toString());
          }
          Form.write(out, "state", head.state(), inFull);
          out.writeStringField("crc", Checksum.of(head));
        });
  }

  /** Returns an entry; {@code inFull} is what its body stands for, null for nothing. */
  static Payload entry(RunId run, Entry entry, @Nullable Payload inFull) {
    return RawJson.object(
        out -> {
          out.writeStringField("type", "entry");
          out.writeStringField("run", run.value());
          out.writeNumberField("seq", entry.seq());
          out.writeStringField("kind", entry.kind().name());
          out.writeStringField("at", entry.at().toString());
          Form.write(out, "body", entry.body(), inFull);
          out.writeStringField("crc", Checksum.of(run, entry));
        });
  }

  /** Ends a run that cannot be read further; {@code run} is null if not even that is known. */
  static Payload unreadable(@Nullable RunId run, String reason) {
    return RawJson.object(
        out -> {
          out.writeStringField("type", "unreadable");
          if (run != null) {
            out.writeStringField("run", run.value());
          }
          out.writeStringField("reason", reason);
        });
  }

  static Payload end(Totals totals) {
    return RawJson.object(
        out -> {
          out.writeStringField("type", "end");
          out.writeNumberField("runs", totals.runs());
          out.writeNumberField("entries", totals.entries());
          out.writeNumberField("unreadable", totals.unreadable());
        });
  }
}
