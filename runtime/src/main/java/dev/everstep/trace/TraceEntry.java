package dev.everstep.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.everstep.codec.Failure;
import dev.everstep.codec.FailureCodec;
import dev.everstep.codec.RawJson;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Payload;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a run did. What a kind does not have is null.
 *
 * @param seq position in the run, from 0
 * @param kind what it records
 * @param at when it was recorded
 * @param method the durable method that the suspension point is in, as its frames name it; null for
 *     the entry
 * @param step the suspension point's id, as in {@code step:Articles.fetch} or {@code sleep#2}
 * @param index the suspension point's index in its method, in the code that recorded it, from 1; 0
 *     if it has none
 * @param function the function's name, as in {@code Articles.fetch}
 * @param line the source line of the step, from 1; 0 if it has none
 * @param source the simple name of the source file
 * @param input the arguments, a JSON array; of {@code RUN_STARTED}, those of the run
 * @param output the result; of {@code RUN_COMPLETED}, that of the run
 * @param failure what was thrown, as {@code FailureCodec} writes it
 * @param queuedAt when the step was scheduled
 * @param startedAt when the attempt started
 * @param endedAt when the attempt ended
 * @param attempt which attempt this was, from 1; 0 if this is no attempt
 * @param worker who ran it
 * @param until when the next attempt is due, or when the timer was
 * @param reason why a run is stuck, or an attempt was cut short
 */
public record TraceEntry(
    long seq,
    EntryKind kind,
    Instant at,
    @Nullable String method,
    @Nullable String step,
    int index,
    @Nullable String function,
    int line,
    @Nullable String source,
    @Nullable Payload input,
    @Nullable Payload output,
    @Nullable Payload failure,
    @Nullable Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    int attempt,
    @Nullable String worker,
    @Nullable Instant until,
    @Nullable String reason) {
  private static final FailureCodec FAILURES = new FailureCodec();

  /** Begins an entry. */
  public static Builder of(long seq, EntryKind kind, Instant at) {
    return new Builder(seq, kind, at);
  }

  /** Returns what was thrown, for people; null if nothing was. */
  public @Nullable Failure error() {
    return failure == null ? null : FAILURES.describe(failure);
  }

  /** Returns this with its body as JSON, which the journal stores packed. */
  public Entry stored() {
    return new Entry(seq, kind, at, RawJson.object(this::writeBody));
  }

  private void writeBody(JsonGenerator out) throws IOException {
    text(out, "method", method);
    text(out, "step", step);
    number(out, "index", index);
    text(out, "function", function);
    number(out, "line", line);
    text(out, "source", source);
    json(out, "input", input);
    json(out, "output", output);
    json(out, "error", failure);
    text(out, "queuedAt", queuedAt);
    text(out, "startedAt", startedAt);
    text(out, "endedAt", endedAt);
    number(out, "attempt", attempt);
    text(out, "worker", worker);
    text(out, "until", until);
    text(out, "reason", reason);
  }

  /**
   * Returns an entry whose body is JSON: a stored one, unpacked.
   *
   * @throws IllegalArgumentException if its body is not one that this version writes
   */
  public static TraceEntry read(Entry entry) {
    Map<String, Payload> body = RawJson.members(entry.body());
    return new TraceEntry(
        entry.seq(),
        entry.kind(),
        entry.at(),
        RawJson.text(body.get("method")),
        RawJson.text(body.get("step")),
        integer(body.get("index")),
        RawJson.text(body.get("function")),
        integer(body.get("line")),
        RawJson.text(body.get("source")),
        body.get("input"),
        body.get("output"),
        body.get("error"),
        instant(body.get("queuedAt")),
        instant(body.get("startedAt")),
        instant(body.get("endedAt")),
        integer(body.get("attempt")),
        RawJson.text(body.get("worker")),
        instant(body.get("until")),
        RawJson.text(body.get("reason")));
  }

  private static int integer(@Nullable Payload json) {
    return json == null ? 0 : Integer.parseInt(json.utf8());
  }

  private static @Nullable Instant instant(@Nullable Payload json) {
    String text = RawJson.text(json);
    return text == null ? null : Instant.parse(text);
  }

  private static void text(JsonGenerator out, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      out.writeStringField(name, value.toString());
    }
  }

  private static void number(JsonGenerator out, String name, int value) throws IOException {
    if (value != 0) {
      out.writeNumberField(name, value);
    }
  }

  private static void json(JsonGenerator out, String name, @Nullable Payload value)
      throws IOException {
    if (value != null) {
      RawJson.raw(out, name, value);
    }
  }

  /** Collects an entry; what is not set stays null or 0. Confined to one thread. */
  public static final class Builder {
    private final long seq;
    private final EntryKind kind;
    private final Instant at;
    private @Nullable String method;
    private @Nullable String step;
    private int index;
    private @Nullable String function;
    private int line;
    private @Nullable String source;
    private @Nullable Payload input;
    private @Nullable Payload output;
    private @Nullable Payload failure;
    private @Nullable Instant queuedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private int attempt;
    private @Nullable String worker;
    private @Nullable Instant until;
    private @Nullable String reason;

    private Builder(long seq, EntryKind kind, Instant at) {
      this.seq = seq;
      this.kind = kind;
      this.at = at;
    }

    /** Sets the method that the suspension point is in; null for the entry. */
    public Builder method(@Nullable String method) {
      this.method = method;
      return this;
    }

    /** Sets the suspension point. */
    public Builder step(String id, int index, @Nullable String function, int line, String source) {
      this.step = id;
      this.index = index;
      this.function = function;
      this.line = line;
      this.source = source;
      return this;
    }

    /** Sets the input. */
    public Builder input(@Nullable Payload input) {
      this.input = input;
      return this;
    }

    /** Sets the output. */
    public Builder output(@Nullable Payload output) {
      this.output = output;
      return this;
    }

    /** Sets what was thrown. */
    public Builder failure(@Nullable Payload failure) {
      this.failure = failure;
      return this;
    }

    /** Sets the attempt and its times; a start or end that nobody saw is null. */
    public Builder attempt(
        int attempt, Instant queuedAt, @Nullable Instant startedAt, @Nullable Instant endedAt) {
      this.attempt = attempt;
      this.queuedAt = queuedAt;
      this.startedAt = startedAt;
      this.endedAt = endedAt;
      return this;
    }

    /** Sets who ran it. */
    public Builder worker(@Nullable String worker) {
      this.worker = worker;
      return this;
    }

    /** Sets what was or is waited for. */
    public Builder until(@Nullable Instant until) {
      this.until = until;
      return this;
    }

    /** Sets the reason. */
    public Builder reason(@Nullable String reason) {
      this.reason = reason;
      return this;
    }

    /** Ends the entry. */
    public TraceEntry build() {
      return new TraceEntry(
          seq, kind, at, method, step, index, function, line, source, input, output, failure,
          queuedAt, startedAt, endedAt, attempt, worker, until, reason);
    }
  }
}
