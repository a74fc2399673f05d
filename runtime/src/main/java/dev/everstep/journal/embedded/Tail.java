package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The transitions that are in the log and in no table. One thread adds, any thread reads; once
 * another tail takes over, it no longer changes.
 */
final class Tail {
  private final Map<RunId, TailRun> runs = new ConcurrentHashMap<>();
  private final Set<RunId> dropped = ConcurrentHashMap.newKeySet();
  private volatile long bytes;

  /** Adds a durable transition. Called by one thread at a time. */
  void add(Transition transition, long size) {
    TailRun run = runs.get(transition.run());
    if (run == null) {
      runs.put(transition.run(), new TailRun(transition));
    } else {
      run.add(transition);
    }
    bytes = bytes + size;
  }

  /**
   * Forgets a finished run.
   *
   * @param older whether an older part may have rows of it, which then do not count any more
   */
  void drop(RunId run, boolean older) {
    if (older) {
      dropped.add(run); // first: a reader never sees what is older without what is in here
    }
    runs.remove(run);
  }

  /** Returns whether what older parts hold of a run does not count. */
  boolean drops(RunId run) {
    return !dropped.isEmpty() && dropped.contains(run);
  }

  /** Returns the runs whose rows in older parts do not count. */
  Set<RunId> dropped() {
    return Set.copyOf(dropped);
  }

  /** Returns the size of what was added, in bytes of the log. */
  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return runs.isEmpty() && dropped.isEmpty();
  }

  @Nullable Head head(RunId run) {
    TailRun found = runs.get(run);
    return found == null ? null : found.head();
  }

  /** Returns the entries of a run from a seq on, at most {@code limit}. */
  List<Entry> entries(RunId run, long fromSeq, int limit) {
    TailRun found = runs.get(run);
    return found == null ? List.of() : found.entries(fromSeq, limit);
  }

  /** Returns the latest heads of all runs in here, in no order. */
  List<Head> heads() {
    List<Head> heads = new ArrayList<>();
    runs.values().forEach(run -> heads.add(run.head()));
    return heads;
  }

  private static final class TailRun {
    private final List<Entry> entries;
    private Head head;

    TailRun(Transition first) {
      entries = new ArrayList<>(first.entries());
      head = first.head();
    }

    synchronized void add(Transition transition) {
      entries.addAll(transition.entries());
      head = transition.head();
    }

    synchronized Head head() {
      return head;
    }

    synchronized List<Entry> entries(long fromSeq, int limit) {
      long from = Math.max(0, fromSeq - entries.get(0).seq());
      if (from >= entries.size()) {
        return List.of();
      }
      long to = Math.min(entries.size(), from + limit);
      return List.copyOf(entries.subList((int) from, (int) to));
    }
  }
}
