package dev.everstep.cli;

import dev.everstep.codec.Failure;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Payload;
import dev.everstep.trace.Pending;
import dev.everstep.trace.Trace;
import dev.everstep.trace.TraceEntry;
import org.jspecify.annotations.Nullable;

/** A trace as people read it. */
public final class TraceTable {
  private static final int CELL_MAX = 44;
  private static final int LINE_MAX = 600;

  private TraceTable() {}

  /** Returns the text, several lines with an end of line each. */
  public static String of(Trace trace) {
    StringBuilder text = new StringBuilder();
    line(text, "run", trace.run().value());
    line(text, "workflow", trace.workflow());
    line(text, "status", trace.status().name());
    line(text, "started", Times.dateAndTime(trace.startedAt()));
    line(
        text,
        trace.status().isFinished() ? "finished" : "updated",
        Times.dateAndTime(trace.updatedAt())
            + ", after "
            + Times.duration(trace.startedAt(), trace.updatedAt()));
    line(text, "input", trace.input().utf8());
    text.append('\n').append(entries(trace)).append('\n');
    if (trace.pending() != null) {
      line(text, "waits for", pending(trace.pending()));
    }
    if (trace.stuckReason() != null) {
      line(text, "stuck", trace.stuckReason());
    }
    if (trace.error() != null) {
      line(text, "threw", failure(trace.error()));
    }
    if (trace.result() != null) {
      line(text, "result", trace.result().utf8());
    }
    return text.toString();
  }

  private static Table entries(Trace trace) {
    Table table =
        new Table(
            CELL_MAX, "index", "step", "line", "attempt", "worker", "queued", "started", "ended",
            "input", "output");
    for (TraceEntry entry : trace.entries()) {
      if (entry.kind() != EntryKind.RUN_STARTED && entry.kind() != EntryKind.RUN_COMPLETED) {
        table.add(
            entry.index() == 0 ? "-" : Integer.toString(entry.index()),
            entry.step() == null ? "-" : place(entry.method(), name(entry.step())),
            entry.source() == null ? "-" : entry.source() + ":" + entry.line(),
            entry.attempt() == 0 ? "-" : Integer.toString(entry.attempt()),
            entry.worker() == null ? "-" : entry.worker(),
            Times.time(entry.queuedAt()),
            Times.time(entry.startedAt()),
            Times.time(entry.endedAt() == null ? entry.at() : entry.endedAt()),
            text(entry.input()),
            outcome(entry));
      }
    }
    return table;
  }

  private static String outcome(TraceEntry entry) {
    Failure error = entry.error();
    return switch (entry.kind()) {
      case RUN_STARTED, STEP_COMPLETED, RUN_COMPLETED -> text(entry.output());
      case STEP_FAILED, RUN_FAILED -> "threw " + (error == null ? "?" : failure(error));
      case ATTEMPT_FAILED ->
          error == null ? "cut short by " + entry.reason() : "again after " + failure(error);
      case TIMER_FIRED ->
          (isRetry(entry) ? "next attempt" : "over")
              + (entry.until() == null ? "" : ", was due " + Times.time(entry.until()));
      case RUN_STUCK -> "stuck: " + entry.reason();
      case RUN_UNSTUCK -> "goes on";
    };
  }

  /** Returns a step with the helper that it is in, if it is not in the entry itself. */
  private static String place(@Nullable String method, String step) {
    return method == null ? step : method + " > " + step;
  }

  /** Returns the name of a step without its kind: {@code Articles.fetch}. */
  static String name(String step) {
    return step.startsWith("step:") ? step.substring("step:".length()) : step;
  }

  /** Returns an entry in a few words; empty if it says nothing that a result does not. */
  static String words(TraceEntry entry) {
    String step = entry.step() == null ? "" : name(entry.step());
    Failure error = entry.error();
    return switch (entry.kind()) {
      case RUN_STARTED, RUN_COMPLETED, RUN_FAILED, RUN_STUCK -> "";
      case STEP_COMPLETED -> step + " finished" + took(entry);
      case STEP_FAILED ->
          step + " failed" + took(entry) + ": " + (error == null ? "?" : failure(error));
      case ATTEMPT_FAILED ->
          step
              + ", attempt "
              + entry.attempt()
              + (error == null
                  ? " was cut short by " + entry.reason()
                  : " failed: " + failure(error));
      case TIMER_FIRED -> isRetry(entry) ? "" : step + " is over";
      case RUN_UNSTUCK -> "goes on";
    };
  }

  private static String took(TraceEntry entry) {
    return entry.startedAt() == null || entry.endedAt() == null
        ? ""
        : " in " + Times.duration(entry.startedAt(), entry.endedAt());
  }

  /** Returns whether a timer ended the pause between two attempts, rather than a sleep. */
  private static boolean isRetry(TraceEntry entry) {
    return entry.step() != null && entry.step().startsWith("step:");
  }

  private static String pending(Pending pending) {
    return place(pending.method(), name(pending.step()))
        + (pending.attempt() == 0 ? "" : ", attempt " + pending.attempt())
        + (pending.until() == null ? "" : ", due " + Times.dateAndTime(pending.until()));
  }

  private static String failure(Failure failure) {
    String simpleName = failure.type().substring(failure.type().lastIndexOf('.') + 1);
    return failure.message() == null ? simpleName : simpleName + ": " + failure.message();
  }

  private static String text(@Nullable Payload payload) {
    return payload == null ? "-" : payload.utf8();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("%-11s", name)).append(Table.cut(value, LINE_MAX)).append('\n');
  }
}
