package dev.everstep.engine;

import static dev.everstep.engine.EngineHarness.RUN;
import static dev.everstep.engine.EngineHarness.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import dev.everstep.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A disk without space delays runs: it loses nothing, repeats nothing and keeps no one from
 * reading.
 */
class EngineFullDiskTest {
  private final EngineHarness harness = new EngineHarness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void aFinishedStepIsNotCalledAgainAndTheRunGoesOnByItselfWhenThereIsSpace() throws Exception {
    harness.open();
    fillDuring("a");

    harness.start("Pipeline", List.of("a", "b"), Duration.ZERO);
    until(() -> harness.disk.refusals() >= 2);
    assertThat(harness.kinds()).containsExactly("RUN_STARTED");
    assertThat(harness.calls)
        .as("what follows a step waits")
        .containsExactly("a attempt 1 key r1:0");
    harness.disk.full(false);

    assertThat(harness.result()).startsWith("[\"a!\",\"b!\",\"end ");
    assertThat(harness.calls).containsExactly("a attempt 1 key r1:0", "b attempt 1 key r1:1");
    assertThat(harness.kinds())
        .containsExactly(
            "RUN_STARTED",
            "STEP_COMPLETED step:Work.handle 1",
            "STEP_COMPLETED step:Work.handle 1",
            "TIMER_FIRED sleep",
            "RUN_COMPLETED");
  }

  @Test
  void aStartIsRefusedAndStoresNothing() throws Exception {
    harness.open();
    harness.disk.full(true);

    assertThatThrownBy(() -> harness.start("Pipeline", List.of("a"), Duration.ZERO))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ES308));
    assertThat(harness.journal.runs(RunQuery.newest(10))).isEmpty();
    harness.disk.full(false);
    harness.engine.tryForSpace();
    assertThat(harness.calls).isEmpty();
    harness.start("Pipeline", List.of("a"), Duration.ZERO);

    assertThat(harness.result()).startsWith("[\"a!\"");
    assertThat(harness.calls).hasSize(1);
  }

  @Test
  void runsAreReadWhileOthersWait() throws Exception {
    harness.open();
    RunId finished = new RunId("finished");
    harness.start(finished, "Pipeline", List.of(), Duration.ZERO);
    harness.ended(finished);
    fillDuring("a");
    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    until(() -> harness.disk.refusals() >= 1);

    assertThat(harness.engine.ended(finished).get().status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(harness.engine.head(RUN).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(Trace.read(harness.disk, RUN).orElseThrow().pending()).isNotNull();
  }

  @Test
  void allRunsThatWaitGoOnWhenThereIsSpace() throws Exception {
    harness.open();
    List<RunId> runs = new ArrayList<>();
    CountDownLatch started = new CountDownLatch(1);
    harness.functions(
        (step, item) -> {
          started.await();
          return item + "!";
        });
    for (int i = 0; i < 30; i++) {
      RunId run = new RunId("run-" + i);
      runs.add(run);
      harness.start(run, "Pipeline", List.of("a"), Duration.ZERO);
    }

    harness.disk.full(true);
    started.countDown();
    until(() -> harness.disk.refusals() >= runs.size());
    harness.disk.full(false);
    harness.engine.tryForSpace();

    for (RunId run : runs) {
      assertThat(harness.ended(run).status()).isEqualTo(RunStatus.COMPLETED);
    }
    assertThat(harness.calls).hasSize(runs.size());
  }

  @Test
  void commitsOfOtherRunsDoNotMakeARunTryMoreOften() throws Exception {
    harness.open();
    harness.disk.fullFor(transition -> transition.run().equals(RUN) && transition.head().seq() > 0);
    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    until(() -> harness.disk.refusals() >= 1);

    for (int i = 0; i < 200; i++) {
      RunId run = new RunId("run-" + i);
      harness.start(run, "Pipeline", List.of(), Duration.ZERO);
      harness.ended(run);
    }
    assertThat(harness.disk.refusals()).as("once a second").isLessThan(50);
    harness.disk.full(false);
    harness.engine.tryForSpace();

    assertThat(harness.result()).startsWith("[\"a!\"");
  }

  @Test
  void aTimerThatFiresIsNotLostAndFiresOnce() throws Exception {
    harness.open();
    harness.start("Pipeline", List.of(), Duration.ofMinutes(1));
    harness.parked();

    harness.disk.full(true);
    harness.pass(Duration.ofMinutes(1));
    until(() -> harness.disk.refusals() >= 1);
    harness.engine.lookAtTimers();
    harness.disk.full(false);
    harness.engine.tryForSpace();

    assertThat(harness.result()).startsWith("[\"end ");
    assertThat(harness.kinds())
        .containsExactly("RUN_STARTED", "TIMER_FIRED sleep", "RUN_COMPLETED");
  }

  @Test
  void aRunThatACrashCutShortCallsItsStepWhenThereIsSpaceAndNotBefore() throws Exception {
    harness.open();
    harness.heldInItsFirstStep();

    harness.disk.crash();
    harness.open(getClass().getClassLoader(), true);
    until(() -> harness.disk.refusals() >= 1);
    assertThat(harness.calls).hasSize(1);
    harness.disk.full(false);
    harness.engine.tryForSpace();

    assertThat(harness.result()).startsWith("[\"a!\"");
    assertThat(harness.calls).containsExactly("a attempt 1 key r1:0", "a attempt 2 key r1:0");
  }

  @Test
  void aRunWhoseWorkflowIsMissingIsStuckWhenThereIsSpaceToSaySo() throws Exception {
    harness.open();
    harness.start("Pipeline", List.of(), Duration.ofMinutes(1));
    harness.parked();

    harness.disk.crash();
    harness.open(ClassLoader.getPlatformClassLoader(), true);
    harness.pass(Duration.ofMinutes(1));
    until(() -> harness.disk.refusals() >= 1);
    harness.disk.full(false);
    harness.engine.tryForSpace();

    assertThat(harness.state(harness.ended()).stuck().code()).isEqualTo(ErrorCode.ES103);
  }

  @Test
  void closingStoresWhatHasWaitedIfThereIsSpaceByThen() throws Exception {
    harness.open();
    fillDuring("a");
    harness.start("Pipeline", List.of("a", "b"), Duration.ZERO);
    until(() -> harness.disk.refusals() >= 1);

    harness.disk.full(false);
    harness.engine.close();

    assertThat(harness.kinds()).contains("STEP_COMPLETED step:Work.handle 1");
    harness.open();
    assertThat(harness.result()).startsWith("[\"a!\",\"b!\"");
    assertThat(harness.calls).filteredOn(call -> call.startsWith("a ")).hasSize(1);
    assertThat(harness.calls).filteredOn(call -> call.startsWith("b ")).hasSize(1);
  }

  @Test
  void closingOnAFullDiskLeavesTheStepToTheNextOpen() throws Exception {
    harness.open();
    fillDuring("a");
    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    until(() -> harness.disk.refusals() >= 1);

    harness.engine.close();
    assertThat(harness.kinds()).containsExactly("RUN_STARTED");
    harness.functions((step, item) -> item + "?");
    harness.open();

    assertThat(harness.result()).startsWith("[\"a?\"");
    assertThat(harness.calls)
        .as("its key tells the other side that it is the same step")
        .containsExactly("a attempt 1 key r1:0", "a attempt 2 key r1:0");
  }

  /** Has no space from the moment on when a function is called with an item. */
  private void fillDuring(String full) {
    harness.functions(
        (step, item) -> {
          if (item.equals(full)) {
            harness.disk.full(true);
          }
          return item + "!";
        });
  }
}
