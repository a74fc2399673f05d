package dev.everstep.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.InvalidInputException;
import dev.everstep.RunId;
import dev.everstep.engine.sample.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SegmentContextTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

  private static SegmentContext context(String run, long seq) {
    SegmentContext context = new SegmentContext(new RunId(run), Pipeline.class);
    context.begin(NOW, seq);
    return context;
  }

  @Test
  void timeStandsStillBetweenTwoSuspensionPoints() {
    SegmentContext context = context("r1", 1);

    assertThat(context.now()).isEqualTo(NOW).isEqualTo(context.now());
  }

  @Test
  void randomnessDependsOnTheRunAndThePlaceInItAlone() {
    List<Integer> numbers = context("r1", 1).random().ints(5).boxed().toList();

    assertThat(context("r1", 1).random().ints(5).boxed().toList()).isEqualTo(numbers);
    assertThat(context("r1", 2).random().ints(5).boxed().toList()).isNotEqualTo(numbers);
    assertThat(context("r2", 1).random().ints(5).boxed().toList()).isNotEqualTo(numbers);
  }

  @Test
  void uuidsAreRandomOnesAndDiffer() {
    SegmentContext context = context("r1", 1);

    UUID first = context.uuid();

    assertThat(first.version()).isEqualTo(4);
    assertThat(first.variant()).isEqualTo(2);
    assertThat(context.uuid()).isNotEqualTo(first);
    assertThat(context("r1", 1).uuid()).isEqualTo(first);
  }

  @Test
  void callsThatSuspendAreForCompiledCodeOnly() {
    assertThatThrownBy(() -> context("r1", 1).sleep(Duration.ZERO))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "[ES207] ctx.sleep was called by code that is not part of the compiled workflow: run=r1,"
                + " workflow=dev.everstep.engine.sample.Pipeline. Call it in the body itself and hand"
                + " values on, not the context. docs/errors/ES207.md");
  }
}
