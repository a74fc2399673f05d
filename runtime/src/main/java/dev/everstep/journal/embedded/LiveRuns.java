package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
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

/** The runs that are not finished, with those in flight and the timers in order. Thread-safe. */
final class LiveRuns {
  private static final Comparator<LiveRun> BY_ID = Comparator.comparing(LiveRun::run);
  private static final Comparator<LiveRun> BY_TIME =
      Comparator.comparingLong(LiveRun::wakeAt).thenComparing(LiveRun::run);

  private final Map<RunId, LiveRun> runs = new HashMap<>();
  private final Map<String, String> workflows = new HashMap<>();
  private final NavigableSet<LiveRun> active = new TreeSet<>(BY_ID);
  private final NavigableSet<LiveRun> timers = new TreeSet<>(BY_TIME);

  /** Takes where a run is now. */
  synchronized void put(LiveRun now) {
    // One text for all runs of a workflow, and one id for all that is kept of a run.
    LiveRun before = runs.get(now.run());
    LiveRun run =
        new LiveRun(
            before == null ? now.run() : before.run(),
            workflows.computeIfAbsent(now.workflow(), name -> name),
            now.status(),
            now.seq(),
            now.startedAt(),
            now.wakeAt());
    leave(before);
    if (run.status().isFinished()) {
      runs.remove(run.run());
      return;
    }
    runs.put(run.run(), run);
    if (run.waitsForTime()) {
      timers.add(run);
    } else if (run.status() == RunStatus.RUNNING) {
      active.add(run);
    }
  }

  /** Forgets a run. */
  synchronized void remove(RunId run) {
    leave(runs.remove(run));
  }

  private void leave(@Nullable LiveRun before) {
    if (before != null && before.waitsForTime()) {
      timers.remove(before);
    } else if (before != null) {
      active.remove(before);
    }
  }

  synchronized @Nullable LiveRun get(RunId run) {
    return runs.get(run);
  }

  synchronized List<LiveRun> all() {
    return new ArrayList<>(runs.values());
  }

  synchronized int count() {
    return runs.size();
  }

  synchronized List<RunId> active(@Nullable RunId after, int limit) {
    NavigableSet<LiveRun> rest =
        after == null
            ? active
            : active.tailSet(new LiveRun(after, "", RunStatus.RUNNING, 0, 0, LiveRun.NEVER), false);
    return rest.stream().limit(limit).map(LiveRun::run).toList();
  }

  synchronized List<Timer> due(Instant until, int limit) {
    return timers.stream()
        .takeWhile(run -> !Instant.ofEpochMilli(run.wakeAt()).isAfter(until))
        .limit(limit)
        .map(run -> new Timer(run.run(), Instant.ofEpochMilli(run.wakeAt())))
        .toList();
  }

  synchronized Optional<Instant> nextDue() {
    return timers.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(timers.first().wakeAt()));
  }
}
