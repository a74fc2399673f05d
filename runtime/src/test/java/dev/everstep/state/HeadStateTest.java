package dev.everstep.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.ErrorCode;
import dev.everstep.journal.Payload;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The stored form is literal here: what is in a journal must stay readable. */
class HeadStateTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Payload FRAMES = Payload.utf8("[{\"method\":\"run\"}]");

  @Test
  void keepsAPendingStep() {
    pinned(
        HeadState.waiting(
            FRAMES,
            new Wait.Step(
                "step:A.f",
                "A.f",
                7,
                Payload.utf8("[1.50,\"é\"]"),
                "BigDecimal price, String unit",
                3,
                1,
                2,
                AT,
                AT.plusSeconds(1))),
        "{\"format\":1,\"frames\":[{\"method\":\"run\"}],\"wait\":{\"kind\":\"step\","
            + "\"point\":\"step:A.f\",\"function\":\"A.f\",\"op\":7,\"attempt\":3,\"failures\":1,"
            + "\"cuts\":2,\"takes\":\"BigDecimal price, String unit\",\"queuedAt\":\"2026-01-02T03:04:05.678901Z\","
            + "\"dueAt\":\"2026-01-02T03:04:06.678901Z\",\"input\":[1.50,\"é\"]}}");
  }

  @Test
  void keepsASleep() {
    pinned(
        HeadState.waiting(FRAMES, new Wait.Sleep("sleep#2", 9, AT)),
        "{\"format\":1,\"frames\":[{\"method\":\"run\"}],\"wait\":{\"kind\":\"sleep\","
            + "\"point\":\"sleep#2\",\"op\":9,\"until\":\"2026-01-02T03:04:05.678901Z\"}}");
  }

  @Test
  void keepsWhatAStuckRunHas() {
    pinned(
        HeadState.waiting(FRAMES, new Wait.Arrived("step:A.f", 7, Payload.utf8("null"), null))
            .stuck(ErrorCode.ES407, "why \"not\""),
        "{\"format\":1,\"frames\":[{\"method\":\"run\"}],\"wait\":{\"kind\":\"arrived\","
            + "\"point\":\"step:A.f\",\"op\":7,\"value\":null},\"stuck\":{\"code\":\"ES407\","
            + "\"reason\":\"why \\\"not\\\"\"}}");
    pinned(
        HeadState.waiting(null, new Wait.Begin(Payload.utf8("[]"))).stuck(ErrorCode.ES401, "x"),
        "{\"format\":1,\"wait\":{\"kind\":\"begin\",\"input\":[]},\"stuck\":{\"code\":\"ES401\","
            + "\"reason\":\"x\"}}");
  }

  @Test
  void keepsAnOutcome() {
    pinned(HeadState.completed(Payload.utf8("-0.0")), "{\"format\":1,\"result\":-0.0}");
    pinned(
        HeadState.failed(Payload.utf8("{\"type\":\"X\"}")),
        "{\"format\":1,\"failure\":{\"type\":\"X\"}}");
  }

  @Test
  void refusesALaterFormat() {
    assertThatThrownBy(() -> HeadState.read(Payload.utf8("{\"format\":2}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("head state of format 2, known: 1");
  }

  private static void pinned(HeadState state, String json) {
    assertThat(state.stored()).hasToString(json);
    assertThat(HeadState.read(Payload.utf8(json))).isEqualTo(state);
  }
}
