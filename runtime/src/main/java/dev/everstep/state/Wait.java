package dev.everstep.state;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.everstep.codec.RawJson;
import dev.everstep.codec.StoredArguments;
import dev.everstep.journal.Payload;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an unfinished run waits for. The action that belongs to it follows from it alone, so
 * recovery performs what is stored here and nothing else.
 *
 * <p>{@code op} is the seq of the entry that scheduled the operation: unique in the run, and the
 * same in all attempts.
 */
public sealed interface Wait {

  /** Writes the fields, the kind first. */
  void writeTo(JsonGenerator out) throws IOException;

  /**
   * The run stands before its first line: only a run that became stuck there does.
   *
   * @param input the run's arguments, a JSON array
   */
  record Begin(Payload input) implements Wait {
    @Override
    public void writeTo(JsonGenerator out) throws IOException {
      out.writeStringField("kind", "begin");
      RawJson.raw(out, "input", input);
    }
  }

  /**
   * A step.
   *
   * @param point the suspension point's id
   * @param function the function's name, for people
   * @param op see {@link Wait}
   * @param input the arguments, a JSON array
   * @param takes names and types of the parameters that they were written for; null of a step that
   *     was stored without
   * @param attempt the attempt that is under way or due, from 1
   * @param failures how many attempts have failed
   * @param cuts how many attempts were cut short by a crash, one after the other
   * @param queuedAt when the step was scheduled
   * @param dueAt when the attempt may start; null if at once
   */
  record Step(
      String point,
      String function,
      long op,
      Payload input,
      @Nullable String takes,
      int attempt,
      int failures,
      int cuts,
      Instant queuedAt,
      @Nullable Instant dueAt)
      implements Wait {
    /** Returns the same step with another attempt behind a failed one. */
    public Step afterFailure(Instant due) {
      return new Step(
          point, function, op, input, takes, attempt + 1, failures + 1, 0, queuedAt, due);
    }

    /** Returns the same step with another attempt behind one that a crash has cut short. */
    public Step afterCrash() {
      return new Step(
          point, function, op, input, takes, attempt + 1, failures, cuts + 1, queuedAt, null);
    }

    /** Returns the same step with another attempt behind one that an orderly end cut short. */
    public Step afterShutdown(Instant due) {
      return new Step(
          point, function, op, input, takes, attempt + 1, failures, cuts, queuedAt, due);
    }

    /** Returns the same step with the same attempt, for which the function was not called. */
    public Step uncalled(Instant due) {
      return new Step(point, function, op, input, takes, attempt, failures, cuts, queuedAt, due);
    }

    /** Returns the same step, whose pause is over. */
    public Step due() {
      return new Step(point, function, op, input, takes, attempt, failures, cuts, queuedAt, null);
    }

    /** Returns the same step with its count of crashes set back. */
    public Step forgiven() {
      return new Step(point, function, op, input, takes, attempt, failures, 0, queuedAt, null);
    }

    /** Returns the same step with its arguments as another version of its function takes them. */
    public Step with(String point, String function, StoredArguments arguments) {
      return new Step(
          point,
          function,
          op,
          arguments.input(),
          arguments.takes(),
          attempt,
          failures,
          cuts,
          queuedAt,
          dueAt);
    }

    /** Returns another step in the place of this one: nobody has called its function yet. */
    public Step replacedBy(String point, String function, long op, StoredArguments arguments) {
      return new Step(
          point, function, op, arguments.input(), arguments.takes(), 1, 0, 0, queuedAt, dueAt);
    }

    @Override
    public void writeTo(JsonGenerator out) throws IOException {
      out.writeStringField("kind", "step");
      out.writeStringField("point", point);
      out.writeStringField("function", function);
      out.writeNumberField("op", op);
      out.writeNumberField("attempt", attempt);
      if (failures > 0) {
        out.writeNumberField("failures", failures);
      }
      if (cuts > 0) {
        out.writeNumberField("cuts", cuts);
      }
      if (takes != null) {
        out.writeStringField("takes", takes);
      }
      out.writeStringField("queuedAt", queuedAt.toString());
      if (dueAt != null) {
        out.writeStringField("dueAt", dueAt.toString());
      }
      RawJson.raw(out, "input", input);
    }
  }

  /**
   * A sleep.
   *
   * @param point the suspension point's id
   * @param op see {@link Wait}
   * @param until the absolute deadline
   */
  record Sleep(String point, long op, Instant until) implements Wait {
    @Override
    public void writeTo(JsonGenerator out) throws IOException {
      out.writeStringField("kind", "sleep");
      out.writeStringField("point", point);
      out.writeNumberField("op", op);
      out.writeStringField("until", until.toString());
    }
  }

  /**
   * Nothing: what was waited for has arrived, and the code behind it could not go on. Only a stuck
   * run has it; exactly one of {@code value} and {@code failure} is set.
   *
   * @param point the suspension point's id
   * @param op see {@link Wait}
   * @param value the result, as JSON
   * @param failure what was thrown
   */
  record Arrived(String point, long op, @Nullable Payload value, @Nullable Payload failure)
      implements Wait {
    @Override
    public void writeTo(JsonGenerator out) throws IOException {
      out.writeStringField("kind", "arrived");
      out.writeStringField("point", point);
      out.writeNumberField("op", op);
      if (value != null) {
        RawJson.raw(out, "value", value);
      }
      if (failure != null) {
        RawJson.raw(out, "failure", failure);
      }
    }
  }

  /**
   * Returns what {@link #writeTo} wrote.
   *
   * @throws IllegalArgumentException if this version does not know the kind
   */
  static Wait read(Payload json) {
    Map<String, Payload> fields = RawJson.members(json);
    String kind = RawJson.text(fields.get("kind"));
    if ("begin".equals(kind)) {
      return new Begin(required(fields, "input"));
    }
    String point = String.valueOf(RawJson.text(required(fields, "point")));
    long op = Long.parseLong(required(fields, "op").utf8());
    if ("sleep".equals(kind)) {
      return new Sleep(point, op, Instant.parse(RawJson.text(required(fields, "until"))));
    }
    if ("arrived".equals(kind)) {
      return new Arrived(point, op, fields.get("value"), fields.get("failure"));
    }
    if ("step".equals(kind)) {
      Payload due = fields.get("dueAt");
      return new Step(
          point,
          String.valueOf(RawJson.text(required(fields, "function"))),
          op,
          required(fields, "input"),
          RawJson.text(fields.get("takes")),
          integer(fields, "attempt"),
          integer(fields, "failures"),
          integer(fields, "cuts"),
          Instant.parse(RawJson.text(required(fields, "queuedAt"))),
          due == null ? null : Instant.parse(RawJson.text(due)));
    }
    throw new IllegalArgumentException("unknown kind of wait: " + json);
  }

  private static Payload required(Map<String, Payload> fields, String name) {
    Payload value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no field " + name + " in " + fields);
    }
    return value;
  }

  private static int integer(Map<String, Payload> fields, String name) {
    Payload value = fields.get(name);
    return value == null ? 0 : Integer.parseInt(value.utf8());
  }
}
