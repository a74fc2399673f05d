package dev.everstep.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.journal.Journal;
import dev.everstep.upgrade.RunsInFlight;
import dev.everstep.upgrade.StepGraph;
import dev.everstep.upgrade.StepGraphs;
import dev.everstep.upgrade.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of a sample project that sleep, judged by several baselines. */
class RunsInFlightTest {
  @TempDir static Path directory;
  private static Path data;
  private static StepGraphs then;

  @BeforeAll
  static void park() throws Exception {
    SampleRepository.copyProjects(directory);
    Path project = directory.resolve("parked");
    Path classes = EarlierCode.accept(project);
    data = directory.resolve("data");
    EarlierCode.park(classes, data, "parked-1", "parked-2");
    then = StepGraphs.read(project.resolve("src/main/everstep"));
  }

  private static RunsInFlight runs(StepGraphs accepted, StepGraphs compiled) throws Exception {
    try (Journal journal = JournalLocation.open("data", directory)) {
      return RunsInFlight.read(journal, accepted, compiled);
    }
  }

  /** Returns the graph with other points: {@code sleep} is called something else. */
  private static StepGraphs withoutTheSleep() throws Exception {
    Path graph = directory.resolve("parked/src/main/everstep/Flow.json");
    String text = Files.readString(graph).replace("\"sleep\"", "\"sleep#9\"");
    return StepGraphs.of(List.of(StepGraph.parse(text, "Flow.json")));
  }

  private static List<String> text(RunsInFlight runs) {
    return RunsText.of(runs, "data", true).stream().map(Line::text).toList();
  }

  @Test
  void runsOfUnchangedCodeContinue() throws Exception {
    RunsInFlight runs = runs(then, then);

    assertThat(runs.runs()).isEqualTo(2);
    assertThat(runs.cannot()).isZero();
    assertThat(runs.places())
        .singleElement()
        .extracting(RunsInFlight.Place::at)
        .isEqualTo("run@sleep");
    assertThat(runs.places().get(0).verdict().answer()).isEqualTo(Verdict.Answer.CONTINUES);
    assertThat(text(runs))
        .containsExactly(
            "Runs in flight in data: 2", "  Flow run@sleep: continues. 2 runs: parked-2, parked-1");
  }

  @Test
  void runsOfOtherCodeThanTheBaselineAreNotJudged() throws Exception {
    RunsInFlight runs = runs(withoutTheSleep(), then);

    assertThat(runs.cannot()).isZero();
    assertThat(text(runs).get(1))
        .startsWith("  Flow run@sleep: not judged, since the earlier code has no frame run@sleep");
  }

  @Test
  void runsWithoutABaselineAreNotJudged() throws Exception {
    assertThat(text(runs(StepGraphs.of(List.of()), then)).get(1))
        .isEqualTo(
            "  Flow run@sleep: not judged, since there is no baseline of the workflow."
                + " 2 runs: parked-2, parked-1");
  }

  @Test
  void runsOfOtherProjectsAreCounted() throws Exception {
    StepGraphs none = StepGraphs.of(List.of());

    assertThat(text(runs(none, none)))
        .containsExactly("Runs in flight in data: 0, and 2 of workflows that are not here");
  }

  @Test
  void aJournalIsNamedByPathOrFileUrl() throws Exception {
    for (String location : List.of("data", data.toString(), data.toUri().toString())) {
      try (Journal journal = JournalLocation.open(location, directory)) {
        assertThat(journal.openRuns()).as(location).isEqualTo(2);
      }
    }
  }

  @Test
  void aJournalThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> JournalLocation.open("dta", directory))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "[ES654] a journal cannot be looked at: everstep.journal=dta, reason=there is no such"
                + " directory: "
                + directory.resolve("dta")
                + ". Correct the path. docs/errors/ES654.md");
  }

  @Test
  void aJournalWithoutANameIsRefused() {
    assertThatThrownBy(() -> JournalLocation.open("", directory))
        .hasMessage(
            "[ES654] a journal cannot be looked at: everstep.journal=, reason=it is empty. Give a"
                + " data directory, or leave it off. docs/errors/ES654.md");
  }

  @Test
  void aDriveIsNoScheme() {
    assertThatThrownBy(() -> JournalLocation.open("C:\\data", directory))
        .hasMessageContaining("there is no such directory");
  }
}
