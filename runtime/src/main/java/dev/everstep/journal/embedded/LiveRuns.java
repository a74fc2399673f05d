package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The heads of all runs that are not finished, with those in flight and the timers in order. */
final class LiveRuns {
  private final Map<RunId, Head> heads = new HashMap<>();
  private final NavigableSet<RunId> active = new TreeSet<>();
  private final NavigableSet<Timer> timers =
      new TreeSet<>(Comparator.comparing(Timer::at).thenComparing(Timer::run));

  /** Takes a run's new head. */
  synchronized void put(Head head) {
    Head before =
        head.status().isFinished() ? heads.remove(head.run()) : heads.put(head.run(), head);
    if (before != null && before.wakeAt() != null) {
      timers.remove(new Timer(before.run(), before.wakeAt()));
    }
    active.remove(head.run());
    if (head.wakeAt() != null) {
      timers.add(new Timer(head.run(), head.wakeAt()));
    } else if (head.status() == RunStatus.RUNNING) {
      active.add(head.run());
    }
  }

  synchronized @Nullable Head head(RunId run) {
    return heads.get(run);
  }

  synchronized List<Head> heads() {
    return new ArrayList<>(heads.values());
  }

  synchronized int count() {
    return heads.size();
  }

  synchronized List<RunId> active(@Nullable RunId after, int limit) {
    NavigableSet<RunId> rest = after == null ? active : active.tailSet(after, false);
    return rest.stream().limit(limit).toList();
  }

  synchronized List<Timer> due(Instant until, int limit) {
    return timers.stream().takeWhile(t -> !t.at().isAfter(until)).limit(limit).toList();
  }

  synchronized Optional<Instant> nextDue() {
    return timers.isEmpty() ? Optional.empty() : Optional.of(timers.first().at());
  }
}
