package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.Everstep;
import dev.everstep.RunId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code everstep upgrade-check} on a run that waits in a step. */
class UpgradeCheckCommandTest {
  private static final String GRAPH = "META-INF/everstep/Flow.json";

  @TempDir static Path builds;
  private static Path first;
  private static Path longer;
  private static Path renamed;
  private static Path needsMore;
  private static Path data;

  @BeforeAll
  static void park() throws Exception {
    first =
        FlowVersions.build(builds, "first", "return ctx.step(\"work\", () -> HeldStep.work(s));");
    longer =
        FlowVersions.build(
            builds,
            "longer",
            "String done = ctx.step(\"work\", () -> HeldStep.work(s));"
                + " return ctx.step(\"more\", () -> HeldStep.work(done));");
    renamed =
        FlowVersions.build(
            builds, "renamed", "return ctx.step(\"labour\", () -> HeldStep.work(s));");
    needsMore =
        FlowVersions.build(
            builds,
            "needsMore",
            "String more = s + 1; return ctx.step(\"work\", () -> HeldStep.work(s)) + more;");
    data = builds.resolve("data");
    FlowVersions.park(data, first, new RunId("r1"));
  }

  private static CommandResult check(boolean terminal, Path from, Path to) {
    return CommandResult.of(
        terminal,
        "",
        Map.of("EVERSTEP_DATA", data.toString()),
        "upgrade-check",
        "--from",
        from.toString(),
        to.toString());
  }

  @Test
  void codeWithWhichAllRunsGoOnPasses() {
    assertThat(check(true, first, longer))
        .isEqualTo(
            new CommandResult(
                0,
                "Runs in flight in " + data + ": 1\n  Flow run@step:work: continues. 1 run: r1\n",
                ""));
  }

  @Test
  void codeWithWhichARunWouldBeStuckDoesNot() {
    CommandResult result = check(true, first, renamed);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("  Flow run@step:work: can't continue. 1 run: r1\n")
        .contains(
            "      the code has no suspension point for a stored frame: method=run,"
                + " point=step:work.");
  }

  @Test
  void aRunOfCodeBeforeThatIsJudgedByWhatItHolds() {
    CommandResult result = check(true, needsMore, needsMore);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("  Flow run@step:work: can't continue. 1 run: r1\n")
        .contains(
            "      a live local is not stored: method=run, point=step:work, local=more,"
                + " wanted=String, stored=[].");
    assertThat(check(true, needsMore, first).out())
        .contains("  Flow run@step:work: continues, with a difference. 1 run: r1\n")
        .contains(
            "      the frame is of code before the accepted one, and how its values were made is"
                + " not known: method=run, point=step:work.");
  }

  @Test
  void isJsonForScripts() {
    CommandResult result = check(false, first, renamed);

    assertThat(result.out())
        .hasLineCount(1)
        .startsWith(
            "{\"workflow\":\"Flow\",\"at\":\"run@step:work\",\"runs\":1,\"ids\":[\"r1\"],"
                + "\"answer\":\"CANNOT\",\"reasons\":[{\"kind\":\"STEP_REMOVED\",\"method\":\"run\",");
    assertThat(result.err()).isEqualTo("Runs in flight in " + data + ": 1\n");
  }

  @Test
  void readsJarsAndAcceptedStepGraphs() throws IOException {
    Path jar = builds.resolve("longer.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(GRAPH));
      Files.copy(longer.resolve(GRAPH), out);
    }

    assertThat(check(true, first.resolve(GRAPH).getParent(), jar).out())
        .contains("Flow run@step:work: continues");
  }

  @Test
  void runsOfOtherCodeAreNotJudged() {
    assertThat(check(true, renamed, renamed))
        .satisfies(
            result -> {
              assertThat(result.exitCode()).isZero();
              assertThat(result.out()).contains("Flow run@step:work: not judged, since ");
            });
  }

  @Test
  void looksAtADirectoryThatAProcessHasOpen() throws Exception {
    HeldStep.holds = true;
    try (URLClassLoader version = FlowVersions.loader(first);
        Everstep owner = FlowVersions.open(data, version)) {
      assertThat(owner.find(new RunId("r1"))).isPresent();
      assertThat(check(true, first, longer).exitCode()).isZero();
    } finally {
      HeldStep.holds = false;
    }
  }

  @Test
  void refusesCodeThatIsNotThereOrHasNoWorkflow() {
    CommandResult missing = check(false, first, builds.resolve("frist"));
    CommandResult without = check(false, first, builds);

    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err())
        .startsWith("[ES504] a file cannot be used: file=" + builds.resolve("frist"));
    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err())
        .startsWith(
            "[ES504] a file cannot be used: file="
                + builds
                + ", reason=no workflow was compiled into it; there are no step graphs.");
  }
}
