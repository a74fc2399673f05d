package dev.everstep.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The goals in Maven itself, on sample projects. */
class GoalsTest {
  private static final Path PROJECTS = SampleRepository.TARGET.resolve("projects");
  private static SampleBuild build;

  /** One build of all projects, of which most tests look at one. */
  @BeforeAll
  static void buildAll() throws Exception {
    SampleRepository.delete(PROJECTS);
    SampleRepository.copyProjects(PROJECTS);
    for (String project :
        List.of(
            "same",
            "inserted",
            "removed",
            "removed-never",
            "gone",
            "all-gone",
            "parked-well",
            "remote")) {
      EarlierCode.accept(PROJECTS.resolve(project));
    }
    Path parked = EarlierCode.accept(PROJECTS.resolve("parked"));
    EarlierCode.park(parked, PROJECTS.resolve("parked-data"), "parked-1", "parked-2");
    build = SampleBuild.run(PROJECTS, List.of("verify"));
  }

  private static void succeeds(String project) {
    assertThat(build.result(project)).as(build.of(project)).isEqualTo("SUCCESS");
  }

  private static void fails(String project) {
    assertThat(build.result(project)).as(build.of(project)).isEqualTo("FAILURE");
  }

  @Test
  void aCleanProjectPasses() {
    succeeds("clean");
    assertThat(build.of("clean"))
        .contains("[INFO] 1 body: 0 forbidden calls, 0 warnings (")
        .doesNotContain("ES62");
  }

  @Test
  void stepGraphsMayBeElsewhere() {
    succeeds("elsewhere");
    assertThat(build.of("elsewhere")).contains("elsewhere/graphs/Flow.json. docs");
  }

  @Test
  void aForbiddenCallFailsTheBuildWithItsLineAndReplacement() {
    fails("body");
    assertThat(build.of("body"))
        .contains(
            """
            [ERROR] [ES620] a nondeterministic call in a workflow body: java.time.Instant#now() [time]
            [ERROR]   body  app.Flow.run
            [ERROR]   at    app.Flow.run(Flow.java:12)
            [ERROR]   why   reads the wall clock; another value on replay
            [ERROR]   use   ctx.now()
            """
                .strip())
        .contains("[INFO] 1 body: 1 forbidden call, 0 warnings (");
    assertThat(build.all())
        .contains("on project body: [ES650] 1 nondeterministic call in what workflows can reach");
  }

  @Test
  void aCallInAnotherModuleIsFoundFromTheBodyThatReachesIt() {
    succeeds("helper");
    assertThat(build.of("helper")).contains("[INFO] [ES627]");
    fails("flow");
    assertThat(build.of("flow"))
        .contains("java.util.UUID#randomUUID() [random]")
        .contains(
            """
            [ERROR]   at    app.Ids.random(Ids.java:26)
            [ERROR]   from  app.Ids.next(Ids.java:10)
            [ERROR]   from  app.Flow.run(Flow.java:10)
            """)
        .contains("!putstatic app.Ids.count [static]")
        .contains(" 1 said to make no difference (");
  }

  @Test
  void aCallInALibraryIsFound() {
    fails("library");
    assertThat(build.of("library"))
        .contains("[ES620]")
        .contains("org.apache.commons.lang3.RandomStringUtils")
        .contains("[ERROR]   from  app.Flow.run(Flow.java:11)");
  }

  @Test
  void codeOfKotlinAndGroovyIsLookedInto() {
    fails("languages");
    assertThat(build.of("languages"))
        .contains("java.io.File#length() [file]")
        .contains("at    org.codehaus.groovy.runtime.ResourceGroovyMethods.size(")
        .contains("from  app.Flow.run(Flow.java:17)")
        .contains("kotlin.random.Random$Default#nextInt(int) [random]")
        .contains("at    app.Flow.run(Flow.java:18)")
        .contains("[INFO] 1 body: 2 forbidden calls, 0 warnings (");
  }

  @Test
  void whatIsSaidToMakeNoDifferenceFailsNothing() {
    succeeds("suppressed");
    assertThat(build.of("suppressed"))
        .contains("[INFO] 1 body: 0 forbidden calls, 0 warnings, 2 said to make no difference (");
  }

  @Test
  void failOnSaysWhichFindingsFailTheBuild() {
    succeeds("never");
    assertThat(build.of("never")).contains("[WARNING] [ES620]").doesNotContain("[ERROR]");
    fails("warn");
    assertThat(build.of("warn")).contains("[ERROR] [ES621]").contains("java.lang.System::out");
  }

  @Test
  void rulesOfTheProjectWin() {
    succeeds("rules");
    assertThat(build.of("rules")).doesNotContain("ES620");
  }

  @Test
  void reportsAreWrittenForScriptsAndEditors() throws Exception {
    Path reports = PROJECTS.resolve("body/target/everstep");
    JsonNode json = new ObjectMapper().readTree(reports.resolve("verify.json").toFile());
    assertThat(json.at("/findings/0/call").asText()).isEqualTo("java.time.Instant#now()");
    JsonNode sarif = new ObjectMapper().readTree(reports.resolve("verify.sarif").toFile());
    assertThat(sarif.at("/version").asText()).isEqualTo("2.1.0");
    assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri"))
        .hasToString("\"body/src/main/java/app/Flow.java\"");
  }

  @Test
  void aWorkflowWithoutABaselineIsToldHowToGetOne() {
    succeeds("fresh");
    assertThat(build.of("fresh"))
        .contains("[WARNING] [ES655] Flow: there is no baseline")
        .contains("mvn everstep:accept writes src/main/everstep/Flow.json.");
  }

  @Test
  void anUnchangedStepGraphIsSaidToBeSo() {
    succeeds("same");
    assertThat(build.of("same")).contains("[INFO] Flow: unchanged, 1 point");
  }

  @Test
  void anInsertedStepLetsRunsGoOn() {
    succeeds("inserted");
    assertThat(build.of("inserted"))
        .contains("[INFO] Flow: changed, 1 point")
        .contains("[INFO]   not begun: continues")
        .contains("  run@step:Flow.greet: continues")
        .doesNotContain("[ERROR]");
  }

  @Test
  void aRemovedPointFailsTheBuildWithReasonAndRemedy() {
    fails("removed");
    assertThat(build.of("removed"))
        .contains("[INFO] Flow: changed, 3 points")
        .contains("[ERROR]   run@sleep: can't continue")
        .contains("no suspension point for a stored frame: method=run, point=sleep.")
        .contains("  run@step:Flow.greet: continues")
        .contains("[ERROR]   run@sleep#2: can't continue");
    assertThat(build.all())
        .contains("on project removed: [ES651] runs of Flow that stand at the places shown above");
  }

  @Test
  void aRemovedPointFailsNothingIfThatIsAskedFor() {
    succeeds("removed-never");
    assertThat(build.of("removed-never")).contains("[WARNING]   run@sleep: can't continue");
  }

  @Test
  void aWorkflowThatIsGoneFailsTheBuild() {
    fails("gone");
    assertThat(build.of("gone"))
        .contains("[INFO] Old: gone, 1 point")
        .contains("[ERROR]   not begun: can't continue")
        .contains("@Workflow(name = \"Old\")");
  }

  @Test
  void aProjectWhoseLastClassIsGoneFailsTheBuild() {
    fails("all-gone");
    assertThat(build.of("all-gone"))
        .contains("[INFO] Old: gone, 1 point")
        .contains("[ERROR]   run@step:Old.greet: can't continue");
  }

  @Test
  void runsOfAJournalThatCannotGoOnFailTheBuildAndAreNamed() {
    fails("parked");
    assertThat(build.of("parked"))
        .contains("Runs in flight in " + PROJECTS.resolve("parked-data") + ": 2")
        .contains("[ERROR]   Flow run@sleep: can't continue. 2 runs: ")
        .contains("parked-1")
        .contains("[WARNING]   run@sleep: can't continue");
    assertThat(build.all())
        .contains("on project parked: [ES651] 2 of 2 runs in flight can't go on with this code.");
  }

  @Test
  void aPlaceWithoutARunInTheJournalFailsNothing() {
    succeeds("parked-well");
    assertThat(build.of("parked-well"))
        .contains("[WARNING]   run@sleep#2: can't continue")
        .contains("  Flow run@sleep: continues");
  }

  @Test
  void aJournalOfAnotherKindIsRefusedWithoutItsPassword() {
    fails("remote");
    assertThat(build.all())
        .contains("[ES654] a journal cannot be looked at: everstep.journal=postgres://db/runs")
        .contains("journals of the scheme postgres are not read yet")
        .doesNotContain("secret");
  }

  @Test
  void aSettingThatIsNoneIsRefusedWithThoseThatAre() {
    fails("wrong");
    assertThat(build.all())
        .contains("[ES653] a setting is wrong: name=everstep.failOn, found=sometimes. Give one of:")
        .contains("forbid, warn, never");
  }

  @Test
  void aGoalCanBeSkipped() {
    succeeds("skipped");
    assertThat(build.of("skipped"))
        .contains("everstep.skip is set.")
        .doesNotContain("Determinism:");
  }

  @Test
  void acceptWritesWhatFitsAndRefusesWhatDoesNot() throws Exception {
    Path projects = SampleRepository.TARGET.resolve("accepted");
    SampleRepository.delete(projects);
    SampleRepository.copyProjects(projects);
    for (String project : List.of("same", "inserted", "removed", "gone")) {
      EarlierCode.accept(projects.resolve(project));
    }
    Map<String, byte[]> before = baselines(projects);

    SampleBuild first =
        SampleBuild.run(
            projects,
            List.of("everstep:accept", "verify", "-pl", "fresh,same,inserted,removed,gone"));

    assertThat(first.result("fresh")).as(first.all()).isEqualTo("SUCCESS");
    assertThat(first.of("fresh"))
        .contains("[INFO] wrote Flow.json: new, with run@step:Flow.greet")
        .contains("[INFO] Flow: unchanged, 1 point");
    assertThat(first.of("same")).contains("The step graphs are accepted as they are");
    assertThat(first.of("inserted"))
        .contains("[INFO] wrote Flow.json: + run@step:note")
        .contains("[INFO] Flow: unchanged, 2 points");
    assertThat(first.of("removed")).contains("[ERROR]   run@sleep: can't continue");
    assertThat(first.all())
        .contains("on project removed: [ES652] nothing was written")
        .contains("on project gone: [ES652] nothing was written");
    assertThat(baselines(projects))
        .containsKeys("fresh/Flow.json", "gone/Old.json")
        .containsEntry("same/Flow.json", before.get("same/Flow.json"))
        .containsEntry("removed/Flow.json", before.get("removed/Flow.json"));

    SampleBuild second =
        SampleBuild.run(
            projects,
            List.of(
                "everstep:accept",
                "verify",
                "-Deverstep.accept=graphs,nondeterminism",
                "-Deverstep.accept.cant=true",
                "-pl",
                "removed,gone,body"));

    assertThat(second.result("removed")).as(second.all()).isEqualTo("SUCCESS");
    assertThat(second.of("removed"))
        .contains("[WARNING]   run@sleep: can't continue")
        .contains("[INFO] wrote Flow.json: - run@sleep, - run@sleep#2")
        .contains("[INFO] Flow: unchanged, 1 point");
    assertThat(second.of("gone")).contains("[INFO] deleted Old.json: Old is gone");
    assertThat(second.result("body")).isEqualTo("SUCCESS");
    assertThat(second.of("body"))
        .contains("[INFO] + java.time.Instant#now() in app.Flow.run, from app.Flow.run")
        .contains("[INFO] wrote src/main/everstep/nondeterminism-baseline.txt")
        .contains("[INFO] 1 body: 0 forbidden calls, 0 warnings, 1 of the baseline (");
    assertThat(baselines(projects))
        .containsKey("gone/Flow.json")
        .doesNotContainKey("gone/Old.json");
  }

  /** Returns the files of baselines, {@code project/Flow.json}. */
  private static Map<String, byte[]> baselines(Path projects) throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    for (String project : List.of("fresh", "same", "inserted", "removed", "gone")) {
      for (String name : List.of("Flow.json", "Old.json")) {
        Path file = projects.resolve(project).resolve("src/main/everstep").resolve(name);
        if (Files.exists(file)) {
          files.put(project + "/" + name, Files.readAllBytes(file));
        }
      }
    }
    return files;
  }
}
