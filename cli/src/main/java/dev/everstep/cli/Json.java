package dev.everstep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.everstep.codec.Failure;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import dev.everstep.trace.Pending;
import dev.everstep.trace.Trace;
import dev.everstep.trace.TraceEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs and traces as programs read them: one JSON object on one line. Members without a value are
 * left out; times are ISO 8601 in UTC; inputs and outputs are the journal's bytes.
 */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Returns a run without its entries. */
  static String run(Head head) {
    return object(
        out -> {
          text(out, "run", head.run());
          text(out, "workflow", head.workflow());
          text(out, "status", head.status());
          text(out, "startedAt", head.startedAt());
          text(out, "updatedAt", head.updatedAt());
          text(out, "wakeAt", head.wakeAt());
        });
  }

  /** Returns a run with all it did. */
  static String trace(Trace trace) {
    return object(
        out -> {
          text(out, "run", trace.run());
          text(out, "workflow", trace.workflow());
          text(out, "status", trace.status());
          text(out, "startedAt", trace.startedAt());
          text(out, "updatedAt", trace.updatedAt());
          text(out, "wakeAt", trace.wakeAt());
          raw(out, "input", trace.input());
          raw(out, "result", trace.result());
          failure(out, "error", trace.error());
          text(out, "stuckReason", trace.stuckReason());
          pending(out, trace.pending());
          entries(out, trace.entries());
        });
  }

  private static void pending(JsonGenerator out, @Nullable Pending pending) throws IOException {
    if (pending != null) {
      out.writeObjectFieldStart("pending");
      text(out, "method", pending.method());
      text(out, "step", pending.step());
      text(out, "function", pending.function());
      number(out, "attempt", pending.attempt());
      raw(out, "input", pending.input());
      text(out, "until", pending.until());
      out.writeEndObject();
    }
  }

  private static void entries(JsonGenerator out, List<TraceEntry> entries) throws IOException {
    out.writeArrayFieldStart("entries");
    for (TraceEntry entry : entries) {
      out.writeStartObject();
      out.writeNumberField("seq", entry.seq());
      text(out, "kind", entry.kind());
      text(out, "at", entry.at());
      text(out, "method", entry.method());
      text(out, "step", entry.step());
      number(out, "index", entry.index());
      text(out, "function", entry.function());
      text(out, "source", entry.source());
      number(out, "line", entry.line());
      raw(out, "input", entry.input());
      raw(out, "output", entry.output());
      failure(out, "error", entry.error());
      text(out, "queuedAt", entry.queuedAt());
      text(out, "startedAt", entry.startedAt());
      text(out, "endedAt", entry.endedAt());
      number(out, "attempt", entry.attempt());
      text(out, "worker", entry.worker());
      text(out, "until", entry.until());
      text(out, "reason", entry.reason());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void failure(JsonGenerator out, String name, @Nullable Failure failure)
      throws IOException {
    if (failure != null) {
      out.writeObjectFieldStart(name);
      text(out, "type", failure.type());
      text(out, "message", failure.message());
      out.writeArrayFieldStart("stack");
      for (String frame : failure.stack()) {
        out.writeString(frame);
      }
      out.writeEndArray();
      if (!failure.causes().isEmpty()) {
        failure(out, "cause", chain(failure.causes()));
      }
      out.writeEndObject();
    }
  }

  /**
   * Returns a chain of causes, which are told as a list, as the nearest with the rest behind it.
   */
  private static Failure chain(List<Failure> causes) {
    Failure nearest = causes.get(0);
    return new Failure(
        nearest.type(), nearest.message(), nearest.stack(), causes.subList(1, causes.size()));
  }

  static void text(JsonGenerator out, String name, @Nullable Object value) throws IOException {
    if (value != null) {
      out.writeStringField(name, value.toString());
    }
  }

  private static void number(JsonGenerator out, String name, int value) throws IOException {
    if (value != 0) {
      out.writeNumberField(name, value);
    }
  }

  private static void raw(JsonGenerator out, String name, @Nullable Payload json)
      throws IOException {
    if (json != null) {
      out.writeFieldName(name);
      out.writeRawValue(json.utf8());
    }
  }

  /** Returns an object on one line. */
  static String object(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.writeStartObject();
      members.writeTo(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }

  /** Writes the members of an object. */
  interface Members {
    void writeTo(JsonGenerator out) throws IOException;
  }
}
