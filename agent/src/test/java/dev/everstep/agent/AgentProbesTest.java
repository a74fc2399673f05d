package dev.everstep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.probes.Missed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the agent finds of the probes, and what it says of the bodies that only look so. */
class AgentProbesTest {
  @Test
  void catchesNineteenOfTwentyProbesAndNoLookAlike() throws Exception {
    ProbeRun run = ProbeRun.of(List.of(GuardedJvm.agent(ProbeRun.STRICT)), "all");

    List<ProbeRun.Said> dirty = run.bodies(false);
    List<String> silent =
        dirty.stream().filter(ProbeRun.Said::isSilent).map(ProbeRun.Said::name).toList();
    assertThat(dirty).hasSizeGreaterThan(200);
    assertThat(silent).isSubsetOf(Missed.BY_AGENT);
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
