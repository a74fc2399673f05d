package dev.everstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void holdsAllThatACompletedRunDid() {
    Goldens.check("trace-completed.json", Json.trace(Traces.completed()) + "\n");
  }

  @Test
  void holdsWhatARunWaitsFor() {
    assertThat(Json.trace(Traces.running()))
        .contains(
            "\"pending\":{\"step\":\"step:Articles.summarize\",\"function\":\"Articles.summarize\","
                + "\"attempt\":1,\"input\":[\"Every step...\"]}");
  }

  @Test
  void listsARunWithoutItsState() {
    Head head =
        new Head(
            new RunId("r1"),
            "Research",
            RunStatus.RUNNING,
            3,
            Traces.START,
            Traces.START.plusSeconds(1),
            Traces.START.plusSeconds(60),
            Payload.utf8("{\"format\":1}"));

    assertThat(Json.run(head))
        .isEqualTo(
            "{\"run\":\"r1\",\"workflow\":\"Research\",\"status\":\"RUNNING\","
                + "\"startedAt\":\"2026-03-01T12:00:00Z\",\"updatedAt\":\"2026-03-01T12:00:01Z\","
                + "\"wakeAt\":\"2026-03-01T12:01:00Z\"}");
  }
}
