package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.Timer;
import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** What a run does, as a function of its name: so that who checks knows it without being told. */
final class Script {
  private Script() {}

  /** Returns a run's transitions; the last one ends it. */
  static List<Transition> of(String run, int length, int fillerMax) {
    Random random = new Random(run.hashCode());
    List<Transition> all = new ArrayList<>();
    Instant start = Transitions.START.plusMillis(random.nextInt(50));
    Transition last = Transitions.start(run, "w" + random.nextInt(3), start);
    all.add(last);
    while (all.size() < length) {
      boolean end = all.size() == length - 1;
      Instant wakeAt =
          !end && random.nextInt(4) == 0 ? start.plusSeconds(random.nextInt(100)) : null;
      RunStatus status =
          end
              ? (random.nextBoolean() ? RunStatus.COMPLETED : RunStatus.FAILED)
              : wakeAt == null && random.nextInt(6) == 0 ? RunStatus.STUCK : RunStatus.RUNNING;
      String filler = "x".repeat(random.nextInt(fillerMax));
      last = Transitions.next(last, 1 + random.nextInt(3), status, wakeAt, filler);
      all.add(last);
    }
    return all;
  }

  /**
   * Checks a journal that was reopened.
   *
   * @param scripts what each run does
   * @param acknowledged how many of its transitions were acknowledged
   * @return how many of its transitions each run has
   */
  static int[] check(Journal journal, List<List<Transition>> scripts, int[] acknowledged) {
    return check(journal, scripts, acknowledged, run -> false);
  }

  /**
   * Checks a journal that was reopened.
   *
   * @param mayBeDropped whether a run, by its number, may be finished and dropped
   */
  static int[] check(
      Journal journal,
      List<List<Transition>> scripts,
      int[] acknowledged,
      IntPredicate mayBeDropped) {
    assertThat(journal.quarantined()).isEmpty();
    int[] found = new int[scripts.size()];
    List<RunId> active = new ArrayList<>();
    List<Timer> timers = new ArrayList<>();
    List<Head> heads = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      List<Transition> script = scripts.get(i);
      RunId run = script.get(0).run();
      Head head = journal.head(run).orElse(null);
      List<Entry> entries = new ArrayList<>();
      while (found[i] < script.size()
          && head != null
          && script.get(found[i]).head().seq() <= head.seq()) {
        entries.addAll(script.get(found[i]).entries());
        found[i]++;
      }
      if (head == null && mayBeDropped.test(i)) {
        assertThat(journal.entries(run, 0, Integer.MAX_VALUE)).as("%s", run).isEmpty();
        found[i] = script.size();
        continue;
      }
      assertThat(found[i])
          .as("transitions of %s, of which %d were acknowledged", run, acknowledged[i])
          .isGreaterThanOrEqualTo(acknowledged[i]);
      assertThat(journal.entries(run, 0, Integer.MAX_VALUE)).as("%s", run).isEqualTo(entries);
      if (head != null) {
        assertThat(head).isEqualTo(script.get(found[i] - 1).head());
        heads.add(head);
        if (head.wakeAt() != null) {
          timers.add(new Timer(run, head.wakeAt()));
        } else if (head.status() == RunStatus.RUNNING) {
          active.add(run);
        }
      }
    }
    assertThat(journal.active(null, 10_000)).containsExactlyInAnyOrderElementsOf(active);
    assertThat(journal.due(Instant.MAX, 10_000)).containsExactlyInAnyOrderElementsOf(timers);
    assertThat(journal.runs(RunQuery.newest(10_000))).containsExactlyInAnyOrderElementsOf(heads);
    for (RunStatus status : RunStatus.values()) {
      assertThat(journal.runs(RunQuery.withStatus(status, 10_000)))
          .containsExactlyInAnyOrderElementsOf(
              heads.stream().filter(head -> head.status() == status).toList());
    }
    return found;
  }

  /** Returns the scripts of runs with a prefix and a number. */
  static List<List<Transition>> many(String prefix, int runs, int length, int fillerMax) {
    List<List<Transition>> scripts = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      scripts.add(of(prefix + i, length, fillerMax));
    }
    return scripts;
  }
}
