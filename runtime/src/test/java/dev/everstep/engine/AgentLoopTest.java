package dev.everstep.engine;

import static dev.everstep.engine.EngineHarness.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.ErrorCode;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Transition;
import dev.everstep.trace.Trace;
import dev.everstep.trace.TraceEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** What an agent writes that collects a message of 2 KB in each of its turns, and what is read. */
class AgentLoopTest {
  private final LongAdder bytes = new LongAdder();

  @Test
  void collectingMessagesWritesLittleMoreThanTheMessages() throws Exception {
    assertThat(bytesPerByteOfOutput(1_000, false)).isLessThan(1.5);
  }

  @Test
  void handingAllMessagesToEachStepWritesLessThanTwiceTheMessages() throws Exception {
    assertThat(bytesPerByteOfOutput(250, true)).isLessThan(1.7);
  }

  private double bytesPerByteOfOutput(int turns, boolean handsOn) throws Exception {
    try (EngineHarness harness = new EngineHarness()) {
      harness.open();
      harness.disk.crashBefore(this::count);
      harness.start("Agent", turns, handsOn);
      Head head = harness.engine.ended(RUN).get(5, TimeUnit.MINUTES);

      String result = String.valueOf(harness.state(head).result());
      assertThat(result).contains("turn 0 says").contains("turn " + (turns - 1) + " says");
      // The brackets and commas are the list's.
      return bytes.sum() / (double) (result.length() - turns - 1);
    }
  }

  private boolean count(Transition transition) {
    bytes.add(transition.head().state().length());
    for (Entry entry : transition.entries()) {
      bytes.add(entry.body().length());
    }
    bytes.add(100); // what a journal adds: names and times
    return false;
  }

  @Test
  void theTraceShowsEachInputInFull() throws Exception {
    try (EngineHarness harness = new EngineHarness()) {
      harness.open();
      harness.start("Agent", 30, true);
      harness.ended();

      List<TraceEntry> entries = harness.trace().entries();
      String messages = "";
      for (TraceEntry entry : entries.subList(1, 31)) {
        assertThat(String.valueOf(entry.input())).isEqualTo("[[" + messages + "]]");
        messages += (messages.isEmpty() ? "" : ",") + entry.output();
      }
      assertThat(String.valueOf(entries.get(31).output())).isEqualTo("[" + messages + "]");
      assertThat(harness.trace().result()).isEqualTo(entries.get(31).output());
      assertThat(Trace.page(harness.journal, RUN, 30, 1)).containsExactly(entries.get(30));
    }
  }

  @Test
  void aRunThatIsStuckKeepsItsLargeStateAndGoesOnFromIt() throws Exception {
    try (EngineHarness harness = new EngineHarness()) {
      harness.functions((step, item) -> item.repeat(2_000));
      harness.open();
      harness.start("Pipeline", List.of("a", "b"), Duration.ofMinutes(1));
      harness.parked();
      harness.disk.crash();
      harness.open(new ClassLoader(null) {}); // has no workflow
      harness.pass(Duration.ofMinutes(1));
      assertThat(harness.state(harness.ended()).stuck().code()).isEqualTo(ErrorCode.ES103);
      assertThat(harness.ended().state().length()).isLessThan(1_500);

      harness.clock.advance(Duration.ofSeconds(1));
      harness.crash();
      harness.engine.retryStuck(RUN);
      harness.await(head -> head.status() != RunStatus.STUCK);
      harness.engine.lookAtTimers();

      assertThat(harness.result())
          .startsWith("[\"" + "a".repeat(2_000) + "\",\"" + "b".repeat(2_000) + "\",\"end ");
    }
  }
}
