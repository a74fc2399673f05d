package dev.everstep.cli;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Payload;
import dev.everstep.trace.Pending;
import dev.everstep.trace.Trace;
import dev.everstep.trace.TraceEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Traces that hold something of everything. */
final class Traces {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private static final Payload URL = Payload.utf8("[\"http://127.0.0.1:8080/guarantees.md\"]");

  /** The summary of an article, after a failed attempt and a crash. */
  static final Payload SUMMARY =
      Payload.utf8("{\"sentences\":[\"Ein Schritt ist ein Schritt.\"],\"wordsRead\":1234}");

  private Traces() {}

  /** A run that has completed. */
  static Trace completed() {
    List<TraceEntry> entries = begun();
    entries.add(
        TraceEntry.of(4, EntryKind.STEP_COMPLETED, at(2_400))
            .step("step:Articles.summarize", 2, "Articles.summarize", 20, "Research.java")
            .input(Payload.utf8("[\"Every step...\"]"))
            .output(SUMMARY)
            .attempt(2, at(812), at(2_300), at(2_399))
            .worker("w2")
            .build());
    entries.add(TraceEntry.of(5, EntryKind.RUN_COMPLETED, at(2_400)).output(SUMMARY).build());
    return trace(RunStatus.COMPLETED, at(2_400), SUMMARY, null, entries);
  }

  /** The same run, before it was resumed. */
  static Trace running() {
    List<TraceEntry> entries = begun().subList(0, 3);
    Pending pending =
        new Pending(
            null,
            "step:Articles.summarize",
            "Articles.summarize",
            1,
            Payload.utf8("[\"Every step...\"]"),
            null);
    return trace(RunStatus.RUNNING, at(812), null, pending, entries);
  }

  private static List<TraceEntry> begun() {
    return new ArrayList<>(
        List.of(
            TraceEntry.of(0, EntryKind.RUN_STARTED, START).input(URL).build(),
            TraceEntry.of(1, EntryKind.TIMER_FIRED, at(500))
                .step("sleep", 3, null, 18, "Research.java")
                .until(at(499))
                .build(),
            TraceEntry.of(2, EntryKind.STEP_COMPLETED, at(812))
                .step("step:Articles.fetch", 1, "Articles.fetch", 19, "Research.java")
                .input(URL)
                .output(Payload.utf8("\"" + "Every step is\\na step. ".repeat(9) + "\""))
                .attempt(1, START, at(3), at(811))
                .worker("w1")
                .build(),
            TraceEntry.of(3, EntryKind.ATTEMPT_FAILED, at(2_200))
                .step("step:Articles.summarize", 2, "Articles.summarize", 20, "Research.java")
                .input(Payload.utf8("[\"Every step...\"]"))
                .attempt(1, at(812), null, null)
                .reason("crash")
                .build()));
  }

  private static Trace trace(
      RunStatus status,
      Instant updatedAt,
      @Nullable Payload result,
      @Nullable Pending pending,
      List<TraceEntry> entries) {
    return new Trace(
        new RunId("r1"),
        "Research",
        status,
        START,
        updatedAt,
        null,
        URL,
        result,
        null,
        null,
        pending,
        entries);
  }

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }
}
