package dev.everstep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the agent finds of the probes, and what it says of the bodies that only look so. */
class AgentProbesTest {
  /** What no guard at run time sees: a class initialiser did it, whenever that was. */
  private static final List<String> NOT_SEEN =
      List.of(
          "TimeProbes.startOfTheProcess",
          "RandomProbes.nodeId",
          "ProcessProbes.capacityOfTheClass",
          "ConsoleProbes.streamOfTheClass",
          "EnvProbes.localeOfTheClass",
          "ReflectProbes.loads",
          "DataProbes.transforms");

  @Test
  void catchesNineteenOfTwentyProbesAndNoLookAlike() throws Exception {
    ProbeRun run = ProbeRun.of(List.of(GuardedJvm.agent(ProbeRun.STRICT)), "all");

    List<ProbeRun.Said> dirty = run.bodies(false);
    List<String> silent =
        dirty.stream().filter(ProbeRun.Said::isSilent).map(ProbeRun.Said::name).toList();
    assertThat(dirty).hasSizeGreaterThan(200);
    assertThat(silent).isSubsetOf(NOT_SEEN);
    assertThat(dirty.size() - silent.size()).isGreaterThan(dirty.size() * 95 / 100);
    assertThat(run.bodies(true)).hasSizeGreaterThan(50).allMatch(ProbeRun.Said::isSilent);
    assertThat(run.process().err()).doesNotContain("ES60");
  }

  @Test
  void warnsOfNoLookAlike() throws Exception {
    ProbeRun run = ProbeRun.of(List.of(GuardedJvm.agent("warn")), "all");

    assertThat(run.bodies(true)).allMatch(ProbeRun.Said::isSilent);
    assertThat(run.bodies(false)).noneMatch(said -> said.verdict().equals("forbid"));
  }
}
