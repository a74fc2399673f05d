package dev.everstep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.guarded.OrderingProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on the real engine, in a process under the agent. */
class GuardedRunTest {
  @TempDir Path directory;

  private GuardedJvm run(String options, String input, String... properties) throws Exception {
    List<String> jvm = new java.util.ArrayList<>(List.of(GuardedJvm.agent(options)));
    jvm.addAll(List.of(properties));
    return GuardedJvm.run(jvm, OrderingProcess.class, directory.toString(), "r1", input);
  }

  @Test
  void aCallOfTheBodyMakesTheRunStuck() throws Exception {
    GuardedJvm process = run("", "direct");

    assertThat(process.out())
        .contains(
            "[ES601] nondeterministic call in a workflow body: java.lang.System#currentTimeMillis(),"
                + " reads the wall clock; another value on replay: run=r1, workflow=Ordering,"
                + " at=dev.everstep.guarded.Ordering.run(Ordering.java:16),"
                + " rule=time/java.lang.System#currentTimeMillis(). Use ctx.now().toEpochMilli()."
                + " docs/errors/ES601.md");
  }

  @Test
  void aCallOfAHelperNamesTheBodysLine() throws Exception {
    assertThat(run("", "helper").out())
        .contains("java.util.UUID#randomUUID()")
        .contains("at=dev.everstep.guarded.Ordering.run(Ordering.java:19)")
        .contains("through=dev.everstep.guarded.Ids.inHelper(Ids.java:18)");
  }

  @Test
  void whatTheBodySwallowsStopsTheRunAllTheSame() throws Exception {
    assertThat(run("", "swallows").out()).contains("\nES601 ");
  }

  @Test
  void stepsMayDoWhatTheyLike() throws Exception {
    GuardedJvm process = run("", "clean");

    assertThat(process.out()).endsWith("clean\n");
    assertThat(process.err()).doesNotContain("ES60");
  }

  @Test
  void aStuckRunGoesOnWhenItsBodyIsMended() throws Exception {
    assertThat(run("", "direct").out()).contains("\nES601 ");

    assertThat(run("", "direct", "-Dmended=true").out()).endsWith("mended 36\n");
  }

  @Test
  void warningsLetTheRunGoOn() throws Exception {
    GuardedJvm process = run("warn", "helper");

    assertThat(process.out()).isNotEmpty().doesNotContain("ES601");
    assertThat(process.err() + process.out()).contains("java.util.UUID#randomUUID()");
  }

  @Test
  void warnsOfAPlaceOnceAndCounts() throws Exception {
    GuardedJvm process = run("warn", "loop");

    assertThat(process.out().lines().filter(line -> line.contains("UUID#randomUUID()")))
        .hasSize(2)
        .anyMatch(line -> line.endsWith("Seen here: 1"))
        .anyMatch(line -> line.endsWith("Seen here: 10"));
  }

  @Test
  void aLockHeldWhereASegmentEndsIsForbidden() throws Exception {
    assertThat(run("", "locks").out())
        .contains("[ES601] nondeterministic call in a workflow body:")
        .contains("the lock is still held where the segment ends")
        .contains("rule=lock/held");
  }

  @Test
  void aLockThatIsReleasedIsNoMatter() throws Exception {
    GuardedJvm process = run("", "unlocks");

    assertThat(process.out()).endsWith("clean\n").doesNotContain("lock/held");
  }

  @Test
  void whatItsAuthorAnswersForIsNotLookedAt() throws Exception {
    GuardedJvm process = run("", "trusted");

    assertThat(process.out()).isEqualTo("clean\n");
  }

  @Test
  void librariesAreUsedForTheFirstTimeWithoutAFalseAlarm() throws Exception {
    GuardedJvm process = run("", "libraries");

    assertThat(process.out())
        .endsWith(
            "[{\"sku\":\"a\",\"pieces\":1,\"colour\":\"GREEN\",\"more\":{\"x\":[1,2],\"y\":[]}}]1"
                + " RED,GREEN{GREEN=[leaf], RED=[rose]}{1={2=x}}[1, 2, 3][[a, b], [c]][3, 2, 1]ca97"
                + " ...order(a,1)26869true\n")
        .doesNotContain("nondeterministic");
    assertThat(process.err()).doesNotContain("ES60");
  }

  @Test
  void optionsAllowCallsAndLowerGroups() throws Exception {
    GuardedJvm process =
        run("mode=forbid,allow=java.util.UUID#randomUUID,severity.time=off", "helper");

    assertThat(process.out()).isNotEmpty().doesNotContain("nondeterministic");
    assertThat(process.err()).doesNotContain("ES60");
  }

  @Test
  void aFileOfRulesAddsToTheCatalogue() throws Exception {
    Path rules = directory.resolve("rules.txt");
    Files.writeString(
        rules,
        "@group own\nforbid dev.everstep.guarded.Ids#inHelper | asks the till | ctx.step(...)\n");

    assertThat(run("rules=" + rules, "helper").out())
        .contains("dev.everstep.guarded.Ids#inHelper(), asks the till")
        .contains("rule=own/dev.everstep.guarded.Ids#inHelper. Use ctx.step(...).");
  }

  @Test
  void offLeavesEverythingAsItIs() throws Exception {
    GuardedJvm process = run("off", "direct");

    assertThat(process.out()).doesNotContain("ES601");
    assertThat(process.err()).doesNotContain("ES60");
  }

  @Test
  void anAgentThatFailsSaysSoAndWorkersRefuseToStart() throws Exception {
    GuardedJvm process = run("rules=none/such.txt", "clean");

    assertThat(process.exit()).isEqualTo(1);
    assertThat(process.err())
        .contains(
            "[ES602] the guard is not in place: rules cannot be read: file=none/such.txt,"
                + " reason=java.nio.file.NoSuchFileException: none/such.txt.")
        .contains(
            "GuardMissingException: [ES602] the guard is not in place, and was asked to forbid");
  }
}
