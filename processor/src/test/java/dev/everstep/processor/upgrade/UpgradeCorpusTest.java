package dev.everstep.processor.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.upgrade.Parking.Resumed;
import dev.everstep.processor.upgrade.Parking.Truth;
import dev.everstep.upgrade.Judge;
import dev.everstep.upgrade.Judgement;
import dev.everstep.upgrade.Reason;
import dev.everstep.upgrade.StepGraph;
import dev.everstep.upgrade.Verdict;
import dev.everstep.upgrade.Verdict.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every edit of the corpus, at every suspension point that its runs come to: what becomes of a run
 * that was parked there, and what the check of an upgrade says of it.
 */
class UpgradeCorpusTest {
  private static final Path TABLE = Edit.FILES.resolve("table.txt");

  /** Rows that the check is wrong about, on the safe side, may be this many of a hundred. */
  private static final int FALSE_ALARMS_MAX = 5;

  private static final List<Row> ROWS = new ArrayList<>();

  @TempDir static Path directory;

  /**
   * What became of the runs that were parked at one place, the worst of them, and the verdict: of
   * the stack, and of its frames where nobody knows what they stand on.
   */
  private record Row(
      String edit, String place, Truth truth, String detail, Verdict verdict, Verdict frames) {
    boolean is(Answer answer) {
      return verdict.answer() == answer;
    }

    String why() {
      return verdict.reasons().stream()
          .map(reason -> reason.kind().name())
          .distinct()
          .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
      return String.format(
              Locale.ROOT, "%-34s %-52s %-8s %-14s %s", edit, place, truth, verdict.answer(), why())
          .strip();
    }

    String whole() {
      return this + "\n  run: " + detail + "\n  check: " + verdict.reasons();
    }
  }

  @BeforeAll
  static void parkAndResumeAll() throws Exception {
    List<Edit> edits = Edit.all();
    Version before = new Version(directory.resolve("before"));
    edits.forEach(edit -> before.add(edit, edit.before(), null));
    before.compile();
    Version after = new Version(directory.resolve("after"));
    edits.forEach(edit -> after.add(edit, edit.after(), before));
    after.compile();
    try (var old = before.loader();
        var young = after.loader()) {
      for (Edit edit : edits) {
        String workflow = before.workflow(edit);
        Judge judge = Judge.of(before.stepGraphs(edit), after.stepGraphs(edit));
        rows(edit, workflow, new Parking(old, young, workflow), judge);
      }
    }
  }

  private static void rows(Edit edit, String workflow, Parking parking, Judge judge)
      throws Exception {
    Map<String, Row> rows = new LinkedHashMap<>();
    Map<String, Verdict> places = places(judge);
    for (int i = 0; i < edit.inputs().size(); i++) {
      for (Resumed run : parking.all(edit.inputs().get(i), edit.inputsAfter().get(i))) {
        Verdict verdict = judge.run(workflow, run.parked());
        assertThat(verdict)
            .as("%s at %s, by what is stored and by the place", edit.name(), run.place())
            .isEqualTo(judge.stack(workflow, run.positions()));
        Verdict frames = Verdict.of(List.of());
        for (String frame : run.place().split(" ")) {
          frames = frames.and(places.get(frame));
        }
        rows.merge(
            run.place(),
            new Row(edit.name(), run.place(), run.truth(), run.detail(), verdict, frames),
            (one, other) -> other.truth().compareTo(one.truth()) > 0 ? other : one);
      }
    }
    assertThat(rows).as(edit.name()).isNotEmpty();
    ROWS.addAll(rows.values());
  }

  /** Returns the verdicts of the build, by what runs of a workflow call the places. */
  private static Map<String, Verdict> places(Judge judge) {
    Map<String, Verdict> places = new HashMap<>();
    for (Judgement one : judge.all()) {
      String name = one.before().className();
      boolean shared = one.before().kind() == StepGraph.Kind.DURABLE;
      String home = shared ? name.substring(name.lastIndexOf('.') + 1).replace('$', '.') + "." : "";
      one.points()
          .forEach((at, verdict) -> places.put(home + at.method() + "/" + at.point(), verdict));
    }
    return places;
  }

  private static List<String> rows(Answer answer, Truth... truths) {
    return ROWS.stream()
        .filter(row -> row.is(answer) && List.of(truths).contains(row.truth()))
        .map(Row::whole)
        .toList();
  }

  @Test
  void coversTheSpaceOfEdits() {
    assertThat(Edit.all()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void aRunThatContinuesDoesWhatOneOfTheNewCodeDoes() {
    assertThat(rows(Answer.CONTINUES, Truth.DIFFERS, Truth.STUCK)).isEmpty();
  }

  /** What it can't have, it does not get under another name. */
  @Test
  void aRunThatCannotContinueIsNeverTakenFurtherWithOtherValues() {
    assertThat(rows(Answer.CANNOT, Truth.DIFFERS)).isEmpty();
  }

  /** But for a class that refuses a default, and a migration that throws: no step graph tells. */
  @Test
  void aRunThatContinuesWithSomethingIsNotStuck() {
    assertThat(
            ROWS.stream()
                .filter(row -> row.is(Answer.CONTINUES_WITH) && row.truth() == Truth.STUCK)
                .filter(row -> !row.why().contains(Reason.Kind.DEFAULT_FIELD.name()))
                .filter(row -> !row.detail().contains("[ES640]"))
                .map(Row::whole))
        .isEmpty();
  }

  @Test
  void aPlaceIsJudgedWithoutARunAsItIsWithOne() {
    assertThat(
            ROWS.stream()
                .filter(row -> !row.is(row.frames().answer()))
                .map(row -> row.whole() + "\n  places: " + row.frames().reasons()))
        .isEmpty();
  }

  @Test
  void fewRunsThatCannotContinueWouldHaveBeenFine() {
    List<String> fine = rows(Answer.CANNOT, Truth.SAME);

    assertThat(fine.size() * 100)
        .as("%s", fine)
        .isLessThanOrEqualTo(ROWS.size() * FALSE_ALARMS_MAX);
  }

  @Test
  void aStuckRunSaysWhatTheCheckSays() {
    assertThat(
            ROWS.stream()
                .filter(row -> row.truth() == Truth.STUCK && row.is(Answer.CANNOT))
                .filter(row -> !row.detail().contains(said(row.verdict())))
                .map(Row::whole))
        .isEmpty();
  }

  /**
   * Returns what the check says; of a value whose type does not fit, without the sentence why: the
   * engine has the value, and says what it found in it.
   */
  private static String said(Verdict verdict) {
    Reason first =
        verdict.reasons().stream()
            .filter(reason -> reason.kind().stops())
            .findFirst()
            .orElseThrow();
    boolean type = first.text().contains(", stored=") && first.text().contains(", wanted=");
    return type && first.local() != null && first.kind() != Reason.Kind.LOCAL_MISSING
        ? first.text().substring(0, first.text().indexOf(". "))
        : first.text();
  }

  @Test
  void becomesOfEachRunWhatTheTableSays() throws IOException {
    String table = String.join("\n", ROWS.stream().map(Row::toString).toList()) + "\n" + counts();
    if (System.getProperty("goldens.update") != null) {
      Files.writeString(TABLE, table);
    }
    assertThat(table).isEqualTo(Files.readString(TABLE));
  }

  private static String counts() {
    StringBuilder counts = new StringBuilder("\n");
    counts.append(String.format(Locale.ROOT, "%-14s", ""));
    for (Truth truth : Truth.values()) {
      counts.append(String.format(Locale.ROOT, " %8s", truth));
    }
    for (Answer answer : Answer.values()) {
      counts.append(String.format(Locale.ROOT, "%n%-14s", answer));
      for (Truth truth : Truth.values()) {
        counts.append(String.format(Locale.ROOT, " %8d", rows(answer, truth).size()));
      }
    }
    return counts.append("\n").toString();
  }
}
