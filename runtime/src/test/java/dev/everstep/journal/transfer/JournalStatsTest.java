package dev.everstep.journal.transfer;

import static dev.everstep.journal.Transitions.START;
import static dev.everstep.journal.Transitions.commit;
import static dev.everstep.journal.Transitions.end;
import static dev.everstep.journal.Transitions.next;
import static dev.everstep.journal.Transitions.park;
import static dev.everstep.journal.Transitions.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.memory.InMemoryJournal;
import dev.everstep.journal.transfer.JournalStats.Start;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalStatsTest {
  private final InMemoryJournal journal = new InMemoryJournal();

  @Test
  void countsRunsEntriesBytesAndTimers() {
    commit(journal, end(commit(journal, start("a", "One", START)), RunStatus.COMPLETED));
    commit(journal, park(commit(journal, start("b", "One", START)), START.plusSeconds(5)));
    commit(
        journal,
        park(commit(journal, start("c", "Two", START.plusSeconds(1))), START.plusSeconds(4)));

    JournalStats stats = JournalStats.of(journal, Observer.NONE);

    long bodies =
        3 * "{\"input\":\"a\"}".length() + 3 * "{\"run\":\"a\",\"seq\":1,\"x\":\"\"}".length();
    long states = 3 * "{\"pc\":1,\"x\":\"\"}".length();
    assertThat(stats)
        .isEqualTo(
            new JournalStats(
                Map.of(
                    "One",
                    Map.of(RunStatus.RUNNING, 1L, RunStatus.COMPLETED, 1L),
                    "Two",
                    Map.of(RunStatus.RUNNING, 1L)),
                6,
                bodies + states,
                2,
                START.plusSeconds(4),
                new Start(new RunId("a"), START),
                new Start(new RunId("c"), START.plusSeconds(1)),
                0));
    assertThat(stats.count()).isEqualTo(3);
    assertThat(stats.count(RunStatus.RUNNING)).isEqualTo(2);
    assertThat(stats.count(RunStatus.STUCK)).isZero();
  }

  @Test
  void hasNothingToSayOfAnEmptyJournal() {
    assertThat(JournalStats.of(journal, Observer.NONE))
        .isEqualTo(new JournalStats(Map.of(), 0, 0, 0, null, null, null, 0));
  }

  @Test
  void countsWhatCannotBeReadAndGoesOn() {
    commit(journal, next(commit(journal, start("a")), 40, RunStatus.RUNNING, null, ""));
    commit(journal, start("b"));
    TroubledJournal damaged = new TroubledJournal(journal);
    damaged.damagedFrom.put(new RunId("b"), 0L);
    Problems problems = new Problems();

    JournalStats stats = JournalStats.of(damaged, problems);

    assertThat(stats.unreadable()).isEqualTo(1);
    assertThat(stats.entries()).isEqualTo(41);
    assertThat(stats.count()).isEqualTo(2);
    assertThat(problems.lines).hasSize(1);
  }
}
