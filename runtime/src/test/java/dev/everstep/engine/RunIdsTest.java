package dev.everstep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunIdsTest {
  @Test
  void idsAreTimeOrderedUuids() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    RunId first = RunIds.next(now);
    RunId later = RunIds.next(now.plusMillis(1));

    assertThat(UUID.fromString(first.value()).version()).isEqualTo(7);
    assertThat(UUID.fromString(first.value()).variant()).isEqualTo(2);
    assertThat(first).isLessThan(later);
    assertThat(RunIds.next(now)).isNotEqualTo(first);
  }
}
