package dev.everstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.codec.Failure;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Payload;
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
