package dev.everstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.codec.Failure;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Payload;
import dev.everstep.trace.Pending;
import dev.everstep.trace.Trace;
import dev.everstep.trace.TraceEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTableTest {

  @Test
  void showsWhatACompletedRunDid() {
    Goldens.check("trace-completed.txt", TraceTable.of(Traces.completed()));
  }

  @Test
  void showsWhatARunWaitsFor() {
    Goldens.check("trace-running.txt", TraceTable.of(Traces.running()));
  }

  @Test
  void showsTheDurableMethodThatAStepIsIn() {
    List<TraceEntry> entries =
        List.of(
            TraceEntry.of(0, EntryKind.RUN_STARTED, Traces.START).build(),
            TraceEntry.of(1, EntryKind.STEP_COMPLETED, Traces.START)
                .method("visit(String,int)")
                .step("step:Pages.links", 1, "Pages.links", 19, "Crawl.java")
                .attempt(1, Traces.START, Traces.START, Traces.START)
                .build());
    Pending pending = new Pending("visit(String,int)", "sleep", null, 0, null, null);
    Trace trace =
        new Trace(
            new RunId("r3"),
            "Crawl",
            RunStatus.RUNNING,
            Traces.START,
            Traces.START,
            null,
            Payload.utf8("[]"),
            null,
            null,
            null,
            pending,
            entries);

    assertThat(TraceTable.of(trace))
        .contains("visit(String,int) > Pages.links")
        .contains("waits for  visit(String,int) > sleep\n");
    assertThat(Json.trace(trace))
        .contains("\"pending\":{\"method\":\"visit(String,int)\",\"step\":\"sleep\"")
        .contains("\"method\":\"visit(String,int)\",\"step\":\"step:Pages.links\",\"index\":1");
  }

  @Test
  void saysWhatAFailedRunThrew() {
    Trace trace =
        new Trace(
            new RunId("r2"),
            "Research",
            RunStatus.FAILED,
            Traces.START,
            Traces.START.plus(Duration.ofMinutes(61)),
            null,
            Payload.utf8("[]"),
            null,
            new Failure("java.io.IOException", "status 503", List.of(), List.of()),
            null,
            null,
            List.of(TraceEntry.of(0, EntryKind.RUN_STARTED, Traces.START).build()));

    assertThat(TraceTable.of(trace))
        .contains(
            "status     FAILED\n",
            "finished   2026-03-01 13:01:00.000Z, after 1h1m\n",
            "threw      IOException: status 503\n");
  }
}
