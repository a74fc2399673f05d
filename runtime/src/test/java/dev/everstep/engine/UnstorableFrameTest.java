package dev.everstep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.ErrorCode;
import dev.everstep.RunStatus;
import dev.everstep.state.HeadState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a run whose locals cannot be stored, which only their values show. */
class UnstorableFrameTest {
  private final EngineHarness harness = new EngineHarness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void aRunWithALocalThatContainsItselfIsStuckAtTheStepBeforeAndNamesThePath() throws Exception {
    harness.open();

    harness.start("Ring", "a");

    HeadState state = harness.state(harness.ended());
    assertThat(harness.status()).isEqualTo(RunStatus.STUCK);
    assertThat(state.stuck().code()).isEqualTo(ErrorCode.ES402);
    assertThat(state.stuck().reason())
        .isEqualTo(
            "[ES402] first contains itself: path=first.next.next,"
                + " class=dev.everstep.engine.sample.Ring$Node. Keep an id in place of the object"
                + " that leads back. docs/errors/ES402.md");
    assertThat(harness.calls)
        .as("the step behind it is not called")
        .containsExactly("a attempt 1 key r1:0");
  }

  @Test
  void itsStepIsNotCalledAgainWhenTheRunIsTriedAgain() throws Exception {
    harness.open();
    harness.start("Ring", "a");
    harness.ended();

    harness.crash();
    harness.engine.retryStuck(EngineHarness.RUN);

    HeadState state = harness.state(harness.ended());
    assertThat(state.stuck().code()).isEqualTo(ErrorCode.ES402);
    assertThat(harness.calls).containsExactly("a attempt 1 key r1:0");
  }

  @Test
  void nothingIsWrittenWhenTheRunIsTriedAgainAndComesToTheSame() throws Exception {
    harness.open();
    harness.start("Ring", "a");
    HeadState before = harness.state(harness.ended());
    List<String> kinds = harness.kinds();

    harness.crash();
    HeadState.Stuck still = harness.engine.retryStuck(EngineHarness.RUN).orElseThrow();

    assertThat(still).isEqualTo(before.stuck());
    assertThat(harness.state(harness.ended())).isEqualTo(before);
    assertThat(harness.kinds()).isEqualTo(kinds).endsWith("RUN_STUCK");
  }
}
