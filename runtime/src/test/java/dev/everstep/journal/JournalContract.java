package dev.everstep.journal;

import static dev.everstep.journal.Transitions.START;
import static dev.everstep.journal.Transitions.commit;
import static dev.everstep.journal.Transitions.end;
import static dev.everstep.journal.Transitions.next;
import static dev.everstep.journal.Transitions.park;
import static dev.everstep.journal.Transitions.start;
import static dev.everstep.journal.Transitions.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every journal must do, whatever it keeps runs in. A subclass says how one is opened; {@link
 * #settle} lets it push what is buffered to where old data lives, so that each property is seen in
 * both places.
 */
public abstract class JournalContract {
  /** The journal under test. */
  protected Journal journal;

  /** Returns the journal of this test, opened for the first time. */
  protected abstract Journal open() throws Exception;

  /** Moves all that is committed to where old data lives; may replace {@link #journal}. */
  protected abstract void settle() throws Exception;

  @BeforeEach
  void openJournal() throws Exception {
    journal = open();
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  @Test
  void givesBackWhatWasCommitted() throws Exception {
    Transition first = commit(journal, start("a"));
    Transition second = commit(journal, next(first, 3, RunStatus.RUNNING, null, "long é\0"));

    for (int i = 0; i < 2; i++) {
      assertThat(journal.head(new RunId("a"))).contains(second.head());
      List<Entry> all = new ArrayList<>(first.entries());
      all.addAll(second.entries());
      assertThat(journal.entries(new RunId("a"), 0, 100)).isEqualTo(all);
      settle();
    }
  }

  @Test
  void knowsNothingOfOtherRuns() throws Exception {
    commit(journal, start("ab"));

    for (int i = 0; i < 2; i++) {
      assertThat(journal.head(new RunId("a"))).isEmpty();
      assertThat(journal.head(new RunId("abc"))).isEmpty();
      assertThat(journal.entries(new RunId("a"), 0, 10)).isEmpty();
      settle();
    }
  }

  @Test
  void pagesEntries() throws Exception {
    RunId run = new RunId("a");
    Transition last = commit(journal, start("a"));
    for (int i = 0; i < 25; i++) {
      last = commit(journal, next(last, 2, RunStatus.RUNNING, null, "."));
      if (i % 10 == 9) {
        settle();
      }
    }

    List<Long> seqs = new ArrayList<>();
    List<Entry> page = journal.entries(run, 0, 7);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(7);
      page.forEach(entry -> seqs.add(entry.seq()));
      page = journal.entries(run, page.get(page.size() - 1).seq() + 1, 7);
    }
    assertThat(seqs).isEqualTo(LongStream.range(0, 51).boxed().toList());
    assertThat(journal.entries(run, 51, 1)).isEmpty();
    assertThat(journal.entries(run, 50, 5)).hasSize(1);
    assertThat(journal.entries(run, Long.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
    assertThat(journal.entries(run, 0, Integer.MAX_VALUE)).hasSize(51);
  }

  @Test
  void readsSingleEntriesWhereverTheyAre() throws Exception {
    RunId run = new RunId("a");
    Transition last = commit(journal, start("a"));
    List<Entry> all = new ArrayList<>(last.entries());
    for (int i = 0; i < 60; i++) {
      last = commit(journal, next(last, 2, RunStatus.RUNNING, null, ".".repeat(i * 50)));
      all.addAll(last.entries());
      if (i % 20 == 19) {
        settle();
      }
    }
    commit(journal, step(last)); // one that is new behind those that are old

    for (Entry each : all) {
      assertThat(journal.entries(run, each.seq(), 1)).containsExactly(each);
    }
  }

  @Test
  void refusesATransitionThatDoesNotFollow() throws Exception {
    Transition first = commit(journal, start("a"));
    Transition second = commit(journal, step(first));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> commit(journal, step(first)))
          .isInstanceOfSatisfying(
              StaleTransitionException.class, e -> assertThat(e.expectedSeq()).isEqualTo(2))
          .hasMessage(
              "[ES301] transition does not follow the run's head: run=a, firstSeq=1, expected=2. A"
                  + " run with this id exists, is finished or was moved on by another writer; read"
                  + " its head again. docs/errors/ES301.md");
      assertThatThrownBy(() -> commit(journal, step(step(second))))
          .isInstanceOf(StaleTransitionException.class);
      assertThatThrownBy(() -> commit(journal, start("a")))
          .isInstanceOf(StaleTransitionException.class);
      assertThatThrownBy(() -> commit(journal, step(start("new"))))
          .isInstanceOfSatisfying(
              StaleTransitionException.class, e -> assertThat(e.expectedSeq()).isZero());
      assertThat(journal.head(new RunId("a"))).contains(second.head());
      assertThat(journal.head(new RunId("new"))).isEmpty();
      assertThat(journal.entries(new RunId("a"), 0, 9)).hasSize(2);
      settle();
    }
  }

  @Test
  void refusesATransitionOfAFinishedRun() throws Exception {
    Transition last = commit(journal, end(commit(journal, start("a")), RunStatus.COMPLETED));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> commit(journal, step(last)))
          .isInstanceOfSatisfying(
              StaleTransitionException.class, e -> assertThat(e.expectedSeq()).isEqualTo(2));
      assertThatThrownBy(() -> commit(journal, start("a")))
          .isInstanceOf(StaleTransitionException.class);
      assertThat(journal.head(new RunId("a"))).contains(last.head());
      settle();
    }
  }

  @Test
  void takesConsecutiveTransitionsOfOneRunAtOnce() {
    List<CompletableFuture<Void>> commits = new ArrayList<>();
    Transition last = start("a");
    commits.add(journal.commit(last));
    for (int i = 0; i < 50; i++) {
      last = step(last);
      commits.add(journal.commit(last));
    }

    CompletableFuture.allOf(commits.toArray(CompletableFuture[]::new)).join();
    assertThat(journal.head(new RunId("a"))).contains(last.head());
  }

  @Test
  void refusesWhatFollowsARefusedTransition() {
    Transition first = commit(journal, start("a"));
    Transition skipped = step(step(first));
    CompletableFuture<Void> refused = journal.commit(skipped);
    CompletableFuture<Void> behind = journal.commit(step(skipped));

    assertThatThrownBy(refused::join).hasCauseInstanceOf(StaleTransitionException.class);
    assertThatThrownBy(behind::join).hasCauseInstanceOf(StaleTransitionException.class);
    assertThat(journal.head(new RunId("a"))).contains(first.head());
  }

  @Test
  void letsOneOfManyConcurrentStartersWin() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        String run = "r" + round;
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Boolean>> starters =
            IntStream.range(0, 8)
                .mapToObj(
                    i ->
                        threads.submit(
                            () -> {
                              together.await();
                              return starts(start(run, "w" + i, START));
                            }))
                .toList();
        together.countDown();

        int winners = 0;
        for (int i = 0; i < 8; i++) {
          if (starters.get(i).get()) {
            winners++;
            assertThat(journal.head(new RunId(run)).orElseThrow().workflow()).isEqualTo("w" + i);
          }
        }
        assertThat(winners).as("winners of round %d", round).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean starts(Transition transition) {
    try {
      commit(journal, transition);
      return true;
    } catch (StaleTransitionException e) {
      return false;
    }
  }

  @Test
  void listsRunsNewestFirst() throws Exception {
    commit(journal, start("b", "w", START));
    commit(journal, start("a", "w", START.plusMillis(5)));
    settle();
    commit(journal, start("c", "w", START));
    commit(journal, start("d", "w", START.minusMillis(1)));

    for (int i = 0; i < 2; i++) {
      assertThat(journal.runs(RunQuery.newest(10)))
          .extracting(head -> head.run().value())
          .containsExactly("a", "c", "b", "d");
      settle();
    }
  }

  @Test
  void listsRunsOfBeforeTheEpoch() throws Exception {
    commit(journal, start("old", "w", Instant.ofEpochMilli(-5)));
    commit(journal, start("new", "w", Instant.ofEpochMilli(5)));
    settle();

    assertThat(journal.runs(RunQuery.newest(10)))
        .extracting(head -> head.run().value())
        .containsExactly("new", "old");
  }

  @Test
  void filtersRunsByStatusAndWorkflow() throws Exception {
    for (int i = 0; i < 40; i++) {
      Transition last = commit(journal, start("r" + i, "w" + i % 2, START.plusMillis(i)));
      if (i == 20) {
        settle();
      }
      last = commit(journal, step(last));
      switch (i % 4) {
        case 0 -> commit(journal, end(last, RunStatus.COMPLETED));
        case 1 -> commit(journal, end(last, RunStatus.FAILED));
        case 2 -> commit(journal, end(last, RunStatus.STUCK));
        default -> commit(journal, park(last, START.plusSeconds(i)));
      }
    }

    for (int i = 0; i < 2; i++) {
      for (RunStatus status : RunStatus.values()) {
        assertThat(journal.runs(RunQuery.withStatus(status, 100)))
            .hasSize(10)
            .allMatch(head -> head.status() == status)
            .isSortedAccordingTo((a, b) -> b.startedAt().compareTo(a.startedAt()));
      }
      assertThat(journal.runs(new RunQuery(RunStatus.COMPLETED, "w0", null, 100))).hasSize(10);
      assertThat(journal.runs(new RunQuery(RunStatus.COMPLETED, "w1", null, 100))).isEmpty();
      assertThat(journal.runs(new RunQuery(null, "w1", null, 100))).hasSize(20);
      assertThat(journal.runs(new RunQuery(RunStatus.STUCK, null, null, 3))).hasSize(3);
      settle();
    }
  }

  @Test
  void listsARunUnderItsLatestStatusOnly() throws Exception {
    Transition last = commit(journal, start("a"));
    settle();
    last = commit(journal, end(last, RunStatus.STUCK));
    settle();
    last = commit(journal, step(last));
    settle();

    assertThat(journal.runs(RunQuery.withStatus(RunStatus.STUCK, 9))).isEmpty();
    assertThat(journal.runs(RunQuery.withStatus(RunStatus.RUNNING, 9)))
        .containsExactly(last.head());
    assertThat(journal.runs(RunQuery.newest(9))).containsExactly(last.head());
  }

  @Test
  void pagesRunsWithoutGapsOrRepeats() throws Exception {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      String run = String.format("r%03d", i);
      Transition last = commit(journal, start(run, "w", START.plusMillis(i / 7)));
      if (i % 3 != 0) {
        commit(journal, end(last, RunStatus.COMPLETED));
        expected.add(0, run);
      }
      if (i % 40 == 39) {
        settle();
      }
    }

    for (int i = 0; i < 2; i++) {
      List<String> found = new ArrayList<>();
      RunQuery query = RunQuery.withStatus(RunStatus.COMPLETED, 9);
      List<Head> page = journal.runs(query);
      while (!page.isEmpty()) {
        page.forEach(head -> found.add(head.run().value()));
        page = journal.runs(query.after(page.get(page.size() - 1)));
      }
      assertThat(found).isEqualTo(expected);
      settle();
    }
  }

  @Test
  void tellsWhichRunsHaveWorkInFlight() throws Exception {
    commit(journal, start("b"));
    commit(journal, start("a"));
    commit(journal, end(commit(journal, start("done")), RunStatus.FAILED));
    commit(journal, park(commit(journal, start("parked")), START));
    Transition stuck = commit(journal, end(commit(journal, start("stuck")), RunStatus.STUCK));

    for (int i = 0; i < 2; i++) {
      assertThat(journal.active(null, 10)).containsExactly(new RunId("a"), new RunId("b"));
      assertThat(journal.active(null, 1)).containsExactly(new RunId("a"));
      assertThat(journal.active(new RunId("a"), 10)).containsExactly(new RunId("b"));
      assertThat(journal.active(new RunId("b"), 10)).isEmpty();
      settle();
    }

    commit(journal, step(stuck));
    assertThat(journal.active(new RunId("b"), 10)).containsExactly(new RunId("stuck"));
  }

  @Test
  void countsTheRunsThatAreNotFinished() throws Exception {
    assertThat(journal.openRuns()).isZero();
    Transition working = commit(journal, start("a"));
    Transition parked = commit(journal, park(commit(journal, start("b")), START));
    Transition stuck = commit(journal, end(commit(journal, start("c")), RunStatus.STUCK));
    commit(journal, end(commit(journal, start("d")), RunStatus.FAILED));

    assertThat(journal.openRuns()).isEqualTo(3);
    settle();
    assertThat(journal.openRuns()).isEqualTo(3);
    commit(journal, end(working, RunStatus.COMPLETED));
    commit(journal, end(parked, RunStatus.COMPLETED));
    commit(journal, step(stuck));
    assertThat(journal.openRuns()).isEqualTo(1);
    settle();
    assertThat(journal.openRuns()).isEqualTo(1);
  }

  @Test
  void tellsWhichTimersAreDue() throws Exception {
    assertThat(journal.nextDue()).isEmpty();
    Transition b = commit(journal, park(commit(journal, start("b")), START.plusSeconds(2)));
    commit(journal, park(commit(journal, start("a")), START.plusSeconds(2)));
    commit(journal, park(commit(journal, start("c")), START.plusSeconds(1)));
    commit(journal, park(commit(journal, start("d")), START.plusSeconds(9)));

    for (int i = 0; i < 2; i++) {
      assertThat(journal.nextDue()).contains(START.plusSeconds(1));
      assertThat(journal.due(START.plusSeconds(2), 10))
          .containsExactly(
              new Timer(new RunId("c"), START.plusSeconds(1)),
              new Timer(new RunId("a"), START.plusSeconds(2)),
              new Timer(new RunId("b"), START.plusSeconds(2)));
      assertThat(journal.due(START.plusSeconds(2), 2)).hasSize(2);
      assertThat(journal.due(START, 10)).isEmpty();
      settle();
    }

    b = commit(journal, park(b, START.plusSeconds(5)));
    assertThat(journal.due(START.plusSeconds(5), 10))
        .extracting(Timer::run)
        .containsExactly(new RunId("c"), new RunId("a"), new RunId("b"));
    commit(journal, step(b));
    assertThat(journal.due(START.plusSeconds(5), 10)).hasSize(2);
    assertThat(journal.active(null, 10)).containsExactly(new RunId("b"));
  }

  @Test
  void bringsTimesToMilliseconds() throws Exception {
    Instant fine = Instant.parse("2026-01-02T03:04:05.678000001Z");
    Transition first = commit(journal, start("a", "w", fine));
    commit(journal, park(first, fine));
    settle();

    Head head = journal.head(new RunId("a")).orElseThrow();
    assertThat(head.startedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
    assertThat(head.wakeAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.679Z"));
  }

  @Test
  void refusesEverythingOnceClosed() {
    journal.close();
    journal.close();

    CompletableFuture<Void> late = journal.commit(start("late"));
    assertThatThrownBy(late::join).hasCauseInstanceOf(JournalException.class);
    RunId run = new RunId("a");
    for (Runnable read :
        List.<Runnable>of(
            () -> journal.head(run),
            () -> journal.entries(run, 0, 1),
            () -> journal.runs(RunQuery.newest(1)),
            () -> journal.active(null, 1),
            () -> journal.openRuns(),
            () -> journal.due(START, 1),
            () -> journal.nextDue())) {
      assertThatThrownBy(read::run)
          .isInstanceOfSatisfying(
              JournalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ES302))
          .hasMessageContaining("the journal is closed");
    }
  }
}
