package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.Everstep;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.RunStuckException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that a deploy has made stuck, and what lets them go on. */
class RetryTest {
  private static final RunId RUN = new RunId("r1");
  private static final String NO_SUCH_POINT =
      "[ES202] the run is stuck: run=r1, workflow=Flow. It keeps all it has and goes on when the"
          + " reason is mended: [ES407] the code has no suspension point for a stored frame:"
          + " method=run, point=step:work.";

  @TempDir static Path builds;
  private static Path first;
  private static Path renamed;
  private static Path needsMore;

  private Path data;

  @BeforeAll
  static void build() {
    first =
        FlowVersions.build(builds, "first", "return ctx.step(\"work\", () -> HeldStep.work(s));");
    renamed =
        FlowVersions.build(
            builds, "renamed", "return ctx.step(\"labour\", () -> HeldStep.work(s));");
    needsMore =
        FlowVersions.build(
            builds,
            "needsMore",
            "String more = s + 1; return ctx.step(\"work\", () -> HeldStep.work(s)) + more;");
  }

  /** Leaves a run in flight at the step of the first version. */
  @BeforeEach
  void park(@TempDir Path directory) throws Exception {
    data = directory.resolve("data");
    FlowVersions.park(data, first, RUN);
  }

  private CommandResult command(Path version, boolean terminal, String... arguments)
      throws IOException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = FlowVersions.loader(version)) {
      Thread.currentThread().setContextClassLoader(loader);
      return CommandResult.of(terminal, "", Map.of("EVERSTEP_DATA", data.toString()), arguments);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private CommandResult command(Path version, String... arguments) throws IOException {
    return command(version, false, arguments);
  }

  @Test
  void aRunThatIsStuckAfterADeployGoesOnByItselfAfterAFittingOne() throws Exception {
    try (URLClassLoader version = FlowVersions.loader(renamed);
        Everstep everstep = FlowVersions.open(data, version)) {
      var run = everstep.find(RUN).orElseThrow();
      assertThatThrownBy(run::result)
          .isInstanceOf(RunStuckException.class)
          .hasMessageStartingWith(NO_SUCH_POINT);
      assertThat(run.status()).isEqualTo(RunStatus.STUCK);
    }

    try (URLClassLoader version = FlowVersions.loader(first);
        Everstep everstep = FlowVersions.open(data, version)) {
      everstep.retryStuck(RUN); // to be told of what the opening does anyway, and not of before

      assertThat(everstep.find(RUN).orElseThrow().result()).isEqualTo("a!");
    }
  }

  @Test
  void retryingARunThatStaysStuckSaysOnWhat() throws Exception {
    try (URLClassLoader version = FlowVersions.loader(renamed);
        Everstep everstep = FlowVersions.open(data, version)) {
      assertThatThrownBy(everstep.find(RUN).orElseThrow()::result);

      assertThatThrownBy(() -> everstep.retryStuck(RUN))
          .isInstanceOf(RunStuckException.class)
          .hasMessageStartingWith(NO_SUCH_POINT);
    }
  }

  @Test
  void aRunThatIsStuckOnSomethingElseNowSaysSo() throws Exception {
    assertThat(command(renamed, "resume").exitCode()).isEqualTo(4);

    CommandResult other = command(needsMore, "retry", "r1");

    assertThat(other.exitCode()).isEqualTo(4);
    assertThat(other.err()).contains("[ES407] a live local is not stored: method=run");
    assertThat(command(first, "inspect", "trace", "-r", "r1").out())
        .contains("\"stuckReason\":\"[ES407] a live local is not stored: method=run");
    assertThat(command(first, "journal", "check").exitCode()).isZero();
  }

  @Test
  void retriesTheRunsThatAreNamedAndWaitsForThem() throws Exception {
    assertThat(command(renamed, "resume").exitCode()).isEqualTo(4);

    CommandResult stuck = command(renamed, "retry", "r1");
    CommandResult done = command(first, "retry", "r1");

    assertThat(stuck.exitCode()).isEqualTo(4);
    assertThat(stuck.err()).startsWith(NO_SUCH_POINT);
    assertThat(stuck.out()).startsWith("{\"run\":\"r1\",").contains("\"STUCK\"").hasLineCount(1);
    assertThat(done.exitCode()).isZero();
    assertThat(done.out()).startsWith("{\"run\":\"r1\",").contains("\"COMPLETED\"").hasLineCount(1);
  }

  @Test
  void retriesAllThatAreStuckOfAWorkflow() throws Exception {
    assertThat(command(renamed, "resume").exitCode()).isEqualTo(4);

    assertThat(command(renamed, "retry", "--stuck", "-w", "Other"))
        .isEqualTo(new CommandResult(0, "", ""));
    assertThat(command(renamed, true, "retry", "--stuck", "-w", "Other").err())
        .contains("No run is stuck in " + data + ".");
    assertThat(command(first, true, "retry", "--stuck", "--workflow", "Flow"))
        .satisfies(
            result -> {
              assertThat(result.exitCode()).isZero();
              assertThat(result.out()).startsWith("run  workflow  status").contains("COMPLETED");
            });
  }

  @Test
  void triesNothingIfARunIsUnknownOrNotStuck() throws Exception {
    CommandResult running = command(first, "retry", "r1");
    CommandResult unknown = command(first, "retry", "r7");
    assertThat(command(first, "resume").exitCode()).isZero();
    CommandResult finished = command(first, "retry", "r1");

    assertThat(running)
        .isEqualTo(
            new CommandResult(
                2,
                "",
                "[ES505] the run is not stuck: run=r1, status=RUNNING. 'everstep resume -r r1' goes"
                    + " on with it. docs/errors/ES505.md\n"));
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err()).startsWith("[ES502] no run with id=r7 in ");
    assertThat(finished)
        .isEqualTo(
            new CommandResult(
                2,
                "",
                "[ES505] the run is not stuck: run=r1, status=COMPLETED. It has finished; start a"
                    + " new run. docs/errors/ES505.md\n"));
  }

  @Test
  void wantsEitherRunsOrAllThatAreStuck() throws Exception {
    for (List<String> wrong :
        List.of(
            List.of("retry"),
            List.of("retry", "r1", "--stuck"),
            List.of("retry", "r1", "-w", "Flow"))) {
      CommandResult result = command(first, wrong.toArray(String[]::new));

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).startsWith("[ES503] Name runs, or give --stuck");
    }
  }

  @Test
  void leavesADirectoryAloneThatAnotherProcessOwns() throws Exception {
    try (URLClassLoader version = FlowVersions.loader(renamed);
        Everstep owner = FlowVersions.open(data, version)) {
      assertThatThrownBy(owner.find(RUN).orElseThrow()::result);

      CommandResult result = command(first, "retry", "r1");

      assertThat(result.exitCode()).isEqualTo(5);
      assertThat(result.err()).startsWith("[ES305] ");
    }
  }
}
