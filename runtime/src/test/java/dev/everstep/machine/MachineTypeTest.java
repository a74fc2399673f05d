package dev.everstep.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MachineTypeTest {
  private static MachineType.Builder type() {
    return MachineType.named("Flow", "run", Object.class, "Flow.java").local("n", int.class);
  }

  @Test
  void indicesHaveGapsAndNoOrder() {
    MachineType type = type().sleep(7, "sleep#2", 4, 0).sleep(2, "sleep", 9).build(() -> null);

    assertThat(type.points()).extracting(Point::index).containsExactly(7, 2);
    assertThat(type.point(7).id()).isEqualTo("sleep#2");
    assertThat(type.point(2).id()).isEqualTo("sleep");
    assertThat(type.live(type.point(7))).extracting(Local::name).containsExactly("n");
    assertThat(type.live(type.point(2))).isEmpty();
  }

  @Test
  void anIndexThatNoPointHasIsRefused() {
    MachineType type = type().sleep(2, "sleep", 4).build(() -> null);

    assertThatThrownBy(() -> type.point(1))
        .hasMessage("no suspension point with index 1 in Flow.run");
  }

  @Test
  void idsAndIndicesAreGivenOnce() {
    assertThatThrownBy(() -> type().sleep(1, "sleep", 4).sleep(1, "sleep#2", 5).build(() -> null))
        .hasMessage("two suspension points with index 1 in Flow.run");
    assertThatThrownBy(() -> type().sleep(1, "sleep", 4).sleep(2, "sleep", 5).build(() -> null))
        .hasMessage("two suspension points with id sleep in Flow.run");
    assertThatThrownBy(() -> type().sleep(0, "sleep", 4))
        .hasMessage("point sleep: index=0, least is 1");
  }
}
