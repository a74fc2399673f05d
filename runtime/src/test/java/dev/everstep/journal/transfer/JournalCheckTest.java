package dev.everstep.journal.transfer;

import static dev.everstep.journal.Transitions.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import dev.everstep.journal.memory.InMemoryJournal;
import dev.everstep.journal.transfer.JournalCheck.RunReport;
import dev.everstep.journal.transfer.JournalCheck.Summary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the check finds; that it finds nothing in runs of the engine is tested with that. */
class JournalCheckTest {
  private static final String SLEEP =
      "\"wait\":{\"kind\":\"sleep\",\"point\":\"sleep\",\"op\":0,\"until\":\"2026-01-01T00:00:00Z\"}";
  private static final String RUNNING = "{\"format\":1," + SLEEP + "}";
  private static final String STUCK =
      "{\"format\":1," + SLEEP + ",\"stuck\":{\"code\":\"ES407\",\"reason\":\"no such point\"}}";
  private static final String COMPLETED = "{\"format\":1,\"result\":null}";
  private static final String FAILED = "{\"format\":1,\"failure\":{}}";

  private final InMemoryJournal journal = new InMemoryJournal();
  private final List<RunReport> reports = new ArrayList<>();

  @Test
  void findsNothingInRunsOfEveryStatus() {
    commit("running", RunStatus.RUNNING, RUNNING, "1 2 4 5");
    commit("completed", RunStatus.COMPLETED, COMPLETED, "1 3 6");
    commit("failed", RunStatus.FAILED, FAILED, "1 7");
    commit("stuck", RunStatus.STUCK, STUCK, "1 8 9 8");

    assertThat(JournalCheck.check(journal, reports::add, Observer.NONE))
        .isEqualTo(new Summary(4, 13, 0));
    assertThat(reports).hasSize(4).allMatch(report -> report.problems().isEmpty());
  }

  @Test
  void findsKindsThatCannotFollowEachOther() {
    assertThat(found(RunStatus.RUNNING, RUNNING, "2"))
        .containsExactly("ES321 seq=0 STEP_COMPLETED cannot stand first");
    assertThat(found(RunStatus.RUNNING, RUNNING, "1 1"))
        .containsExactly("ES321 seq=1 RUN_STARTED cannot stand behind RUN_STARTED");
    assertThat(found(RunStatus.RUNNING, RUNNING, "1 6 2"))
        .containsExactly("ES321 seq=2 STEP_COMPLETED cannot stand behind RUN_COMPLETED");
    assertThat(found(RunStatus.RUNNING, RUNNING, "1 8 2"))
        .containsExactly("ES321 seq=2 STEP_COMPLETED cannot stand behind RUN_STUCK");
    assertThat(found(RunStatus.RUNNING, RUNNING, "1 9"))
        .containsExactly("ES321 seq=1 RUN_UNSTUCK cannot stand behind RUN_STARTED");
  }

  @Test
  void findsAnEndThatIsNotTheStatus() {
    assertThat(found(RunStatus.RUNNING, RUNNING, "1 7"))
        .containsExactly("ES321 seq=1 the last entry is RUN_FAILED, but the run is RUNNING");
    assertThat(found(RunStatus.STUCK, STUCK, "1 2"))
        .containsExactly("ES321 seq=1 the last entry is STEP_COMPLETED, but the run is STUCK");
    assertThat(found(RunStatus.COMPLETED, COMPLETED, "1 7"))
        .containsExactly("ES321 seq=1 the last entry is RUN_FAILED, but the run is COMPLETED");
  }

  @Test
  void findsAStateThatIsNotTheStatuss() {
    for (String state : List.of(STUCK, COMPLETED, "{\"format\":1}")) {
      assertThat(found(RunStatus.RUNNING, state, "1"))
          .containsExactly("ES321 state it is not one of a run that is RUNNING");
    }
    assertThat(found(RunStatus.STUCK, RUNNING, "1 8"))
        .containsExactly("ES321 state it is not one of a run that is STUCK");
    assertThat(found(RunStatus.FAILED, COMPLETED, "1 7"))
        .containsExactly("ES321 state it is not one of a run that is FAILED");
    assertThat(found(RunStatus.RUNNING, "{\"format\":2}", "1"))
        .containsExactly("ES321 state head state of format 2, known: 1");
    assertThat(found(RunStatus.RUNNING, "{\"format\":1,\"wait\":{\"kind\":\"odd\"}}", "1"))
        .singleElement()
        .asString()
        .startsWith("ES321 state ");
  }

  @Test
  void findsBodiesThatAreNotJsonOrWhosePiecesAreNotThere() {
    Payload reference = Payload.wrap(new byte[] {1, 4, 3, 4 << 2 | 1, 0, 90, 0});
    RunId run = new RunId("r");
    Payload good = Payload.utf8("{}");
    Transitions.commit(
        journal,
        new Transition(
            List.of(
                new Entry(0, EntryKind.RUN_STARTED, START, good),
                new Entry(1, EntryKind.STEP_COMPLETED, START, Payload.utf8("{\"a\":")),
                new Entry(2, EntryKind.STEP_COMPLETED, START, Payload.utf8("[]")),
                new Entry(3, EntryKind.STEP_COMPLETED, START, reference),
                new Entry(4, EntryKind.STEP_COMPLETED, START, Payload.wrap(new byte[] {9})),
                new Entry(5, EntryKind.STEP_COMPLETED, START, Payload.EMPTY)),
            new Head(run, "W", RunStatus.RUNNING, 5, START, START, null, reference)));

    assertThat(found(journal))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("ES321 seq=1 it is not JSON: Unexpected end"),
            line -> assertThat(line).isEqualTo("ES321 seq=2 it is JSON, but not one object"),
            line ->
                assertThat(line)
                    .startsWith("ES406 seq=3 [ES406] a stored document refers to bytes that are"),
            line -> assertThat(line).contains("ES406 seq=4 ", "format=9, known=1"),
            line -> assertThat(line).isEqualTo("ES321 seq=5 it is JSON, but not one object"),
            line -> assertThat(line).startsWith("ES406 state [ES406] a stored document refers"));
  }

  @Test
  void findsRunsThatCannotBeReadAndGoesOnWithTheOthers() {
    for (int i = 0; i < 5; i++) {
      commit("r" + i, RunStatus.RUNNING, RUNNING, "1 2 2 2");
    }
    TroubledJournal damaged = new TroubledJournal(journal);
    damaged.damagedFrom.put(new RunId("r3"), 1L);
    damaged.damagedHeads.add(new RunId("r0"));

    Summary summary = JournalCheck.check(damaged, reports::add, Observer.NONE);

    assertThat(summary).isEqualTo(new Summary(5, 12, 2));
    assertThat(reports.get(1).problems())
        .singleElement()
        .asString()
        .contains("ES311", "seq=0", "damaged: run=r3");
    assertThat(reports.get(4).run()).isNull();
    assertThat(reports.get(4).problems())
        .singleElement()
        .asString()
        .contains(
            "ES311", "damaged: run=r0", "Runs that were started at the same time were left out.");
  }

  @Test
  void findsRunsInQuarantine() {
    commit("a", RunStatus.RUNNING, RUNNING, "1 2");
    commit("b", RunStatus.RUNNING, RUNNING, "1 2");
    TroubledJournal damaged = new TroubledJournal(journal);
    damaged.quarantined.add(new RunId("b"));

    assertThat(JournalCheck.check(damaged, reports::add, Observer.NONE))
        .isEqualTo(new Summary(2, 2, 1));
    assertThat(reports.get(1).run()).isEqualTo(new RunId("b"));
    assertThat(reports.get(1).problems()).singleElement().asString().contains("damaged: run=b");
    assertThat(JournalStats.of(damaged, Observer.NONE).unreadable()).isEqualTo(1);
  }

  private void commit(String run, RunStatus status, String state, String kinds) {
    commit(journal, run, status, state, kinds);
  }

  private static void commit(
      Journal journal, String run, RunStatus status, String state, String kinds) {
    List<Entry> entries = new ArrayList<>();
    for (String code : kinds.split(" ")) {
      EntryKind kind = EntryKind.of(Integer.parseInt(code));
      entries.add(new Entry(entries.size(), kind, START, Payload.utf8("{\"a\":1}")));
    }
    Transitions.commit(
        journal,
        new Transition(
            entries,
            new Head(
                new RunId(run),
                "W",
                status,
                entries.size() - 1,
                START,
                START,
                null,
                Payload.utf8(state))));
  }

  private static List<String> found(RunStatus status, String state, String kinds) {
    Journal one = new InMemoryJournal();
    commit(one, "r", status, state, kinds);
    return found(one);
  }

  private static List<String> found(Journal journal) {
    List<String> found = new ArrayList<>();
    JournalCheck.check(
        journal,
        report ->
            report.problems().forEach(p -> found.add(p.code() + " " + p.where() + " " + p.what())),
        Observer.NONE);
    return found;
  }
}
