package dev.everstep.engine;

import static dev.everstep.engine.EngineHarness.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.ErrorCode;
import dev.everstep.Limits;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.StepFailedException;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import dev.everstep.state.HeadState;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a run that meets a limit: nothing is lost, and it says which limit and what to
 * do.
 */
class EngineLimitsTest {
  private static final int KIB = 1024;

  private final EngineHarness harness = new EngineHarness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void aStepWhoseOutputIsAboveTheLimitFailsForGoodAndTheWorkflowMayCatchIt() throws Exception {
    harness.limits = Limits.defaults().withStepOutputBytesMax(KIB);
    harness.open();
    harness.functions((step, item) -> item.equals("a") ? "x".repeat(KIB - 1) : "x".repeat(10));

    harness.start("Pipeline", List.of("a", "b"), Duration.ZERO);

    assertThat(harness.result())
        .startsWith(
            "[\"caught [ES210] the step's output is above the limit: step=step:Work.handle,"
                + " limit=1,024 bytes. Its function has acted and is not called again. Let it store"
                + " the data elsewhere and return where, or raise Limits.stepOutputBytesMax."
                + " docs/errors/ES210.md\",\"xxxxxxxxxx\",");
    assertThat(harness.calls).as("three attempts are allowed").hasSize(2);
    assertThat(harness.kinds())
        .startsWith(
            "RUN_STARTED", "STEP_FAILED step:Work.handle 1", "STEP_COMPLETED step:Work.handle 1");
  }

  @Test
  void aStepOutputAtTheLimitIsKept() throws Exception {
    harness.limits = Limits.defaults().withStepOutputBytesMax(KIB);
    harness.open();
    harness.functions((step, item) -> "x".repeat(KIB - 2));

    harness.start("Pipeline", List.of("a"), Duration.ZERO);

    assertThat(harness.result()).startsWith("[\"xxx");
  }

  @Test
  void aStepWhoseInputIsAboveTheLimitIsNotCalledUntilTheLimitIsRaised() throws Exception {
    harness.limits = Limits.defaults().withStepInputBytesMax(KIB);
    harness.open();
    String large = "x".repeat(2 * KIB);

    harness.start("Pipeline", List.of("a", large), Duration.ZERO);

    assertStuck(
        "[ES405] a value is too large: value=argument[0], limit=1,024 bytes. Store the data"
            + " elsewhere and keep where it is, or raise Limits.stepInputBytesMax."
            + " docs/errors/ES405.md");
    assertThat(harness.calls).containsExactly("a attempt 1 key r1:0");
    openWithDefaults();
    assertThat(harness.result()).startsWith("[\"a!\",\"xxx");
    assertThat(harness.calls).hasSize(2);
  }

  @Test
  void aRunWhoseFramesAreAboveTheLimitIsStuckAndKeepsTheResultThatMadeThemSo() throws Exception {
    harness.limits = Limits.defaults().withFrameBytesMax(4 * KIB);
    harness.open();
    harness.functions((step, item) -> item.repeat(3 * KIB));

    harness.start("Pipeline", List.of("a", "b"), Duration.ZERO);

    assertStuck(
        "[ES405] a value is too large: value=frames, limit=4,096 bytes. Store the data elsewhere"
            + " and keep where it is, or raise Limits.frameBytesMax. docs/errors/ES405.md");
    openWithDefaults();
    assertThat(harness.result()).startsWith("[\"aaa").contains("\"bbb");
    assertThat(harness.calls).containsExactly("a attempt 1 key r1:0", "b attempt 1 key r1:1");
  }

  @Test
  void aRunWhoseResultIsAboveTheLimitIsStuckAndFinishesWhenTheLimitIsRaised() throws Exception {
    harness.limits = Limits.defaults().withRunOutputBytesMax(KIB);
    harness.open();
    harness.functions((step, item) -> item.repeat(2 * KIB));

    harness.start("Pipeline", List.of("a"), Duration.ZERO);

    assertStuck(
        "[ES405] a value is too large: value=result, limit=1,024 bytes. Store the data elsewhere"
            + " and keep where it is, or raise Limits.runOutputBytesMax. docs/errors/ES405.md");
    openWithDefaults();
    assertThat(harness.result()).startsWith("[\"aaa");
    assertThat(harness.calls).hasSize(1);
  }

  @Test
  void aFailureAboveTheLimitIsKeptAsTextAndStandsInForWhatWasThrown() throws Exception {
    harness.limits = Limits.defaults().withFailureBytesMax(16 * KIB);
    harness.open();
    harness.functions(
        (step, item) -> {
          throw new FileNotFoundException("x".repeat(20 * KIB));
        });

    harness.start("Pipeline", List.of("a"), Duration.ZERO);

    assertThat(harness.failure())
        .isInstanceOfSatisfying(
            StepFailedException.class,
            e -> assertThat(e.originalType()).isEqualTo("java.io.FileNotFoundException"))
        .hasMessageStartingWith("[ES410] a step threw java.io.FileNotFoundException: xxx")
        .hasMessageContaining("above the limit of 16,384 bytes, Limits.failureBytesMax");
  }

  @Test
  void aStartThatIsRefusedLeavesThePlaceToAnother() throws Exception {
    harness.limits = Limits.defaults().withOpenRunsMax(1);
    harness.open();
    harness.disk.full(true);
    assertThatThrownBy(() -> harness.start("Pipeline", List.of(), Duration.ZERO))
        .hasMessageContaining("ES308");
    harness.disk.full(false);

    for (int i = 0; i < 3; i++) {
      RunId run = new RunId("run-" + i);
      harness.start(run, "Pipeline", List.of(), Duration.ZERO);
      assertThat(harness.ended(run).status()).isEqualTo(RunStatus.COMPLETED);
    }
  }

  @Test
  void aStartAboveTheJournalsLimitIsRefusedAndStoresNothing() {
    harness.open();
    harness.disk.refuseNext(tooLarge());

    assertThatThrownBy(() -> harness.start("Pipeline", List.of("a"), Duration.ZERO))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("ES304");

    assertThat(harness.journal.runs(RunQuery.newest(1))).isEmpty();
    assertThat(harness.calls).isEmpty();
  }

  @Test
  void aRunThatCannotEvenBeMarkedAsStuckTellsWhoWaitsWhy() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          harness.disk.refuseAll(tooLarge());
          return item + "!";
        });
    harness.start("Pipeline", List.of("a"), Duration.ZERO);

    assertThatThrownBy(() -> harness.engine.ended(RUN).get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(JournalException.class)
        .hasMessageContaining("ES304");
    assertThat(harness.kinds()).containsExactly("RUN_STARTED");
  }

  @Test
  void aStuckRunThatIsStillAboveTheJournalsLimitStaysStuck() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          if (step.attempt() == 1) {
            harness.disk.refuseNext(tooLarge());
          }
          return item + "!";
        });
    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    harness.ended();

    harness.disk.refuseNext(tooLarge());
    assertThatThrownBy(() -> harness.engine.retryStuck(RUN)).hasMessageContaining("ES304");

    assertThat(harness.state(harness.ended()).stuck().code()).isEqualTo(ErrorCode.ES304);
    harness.engine.retryStuck(RUN);
    assertThat(harness.result()).startsWith("[\"a!\"");
  }

  private static JournalException tooLarge() {
    return new JournalException(ErrorCode.ES304, "the transition is too large.", null);
  }

  private void assertStuck(String reason) throws Exception {
    HeadState state = harness.state(harness.ended());
    assertThat(state.stuck()).isNotNull();
    assertThat(state.stuck().reason()).isEqualTo(reason);
  }

  /** Ends the process and starts one with the default limits, in which stuck runs are tried. */
  private void openWithDefaults() {
    harness.clock.advance(Duration.ofSeconds(1));
    harness.limits = Limits.defaults();
    harness.crash();
    harness.await(head -> head.status() != RunStatus.STUCK);
  }
}
