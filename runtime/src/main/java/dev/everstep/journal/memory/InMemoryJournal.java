package dev.everstep.journal.memory;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.StaleTransitionException;
import dev.everstep.journal.Timer;
import dev.everstep.journal.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything on the heap and nothing else: what a crash leaves is nothing. Commits complete
 * on the calling thread before {@link #commit} returns. Thread-safe; every method holds one lock.
 */
public final class InMemoryJournal implements Journal {
  private static final Comparator<RunQuery.Position> NEWEST_FIRST =
      Comparator.comparing(RunQuery.Position::startedAt)
          .thenComparing(RunQuery.Position::run)
          .reversed();

  private final Map<RunId, Stored> runs = new HashMap<>();
  private final NavigableSet<RunQuery.Position> byStart = new TreeSet<>(NEWEST_FIRST);
  private final NavigableSet<RunId> active = new TreeSet<>();
  private final NavigableSet<Timer> timers =
      new TreeSet<>(Comparator.comparing(Timer::at).thenComparing(Timer::run));
  private long open;
  private boolean closed;

  /** Creates an empty journal. */
  public InMemoryJournal() {}

  @Override
  public synchronized CompletableFuture<Void> commit(Transition transition) {
    if (closed) {
      return CompletableFuture.failedFuture(closedException());
    }
    RunId run = transition.run();
    Stored stored = runs.get(run);
    long expected = stored == null ? 0 : stored.head.seq() + 1;
    if (transition.firstSeq() != expected
        || (stored != null && stored.head.status().isFinished())) {
      return CompletableFuture.failedFuture(
          new StaleTransitionException(run, transition.firstSeq(), expected));
    }
    if (stored == null) {
      stored = new Stored(transition.head());
      runs.put(run, stored);
      open++;
      byStart.add(new RunQuery.Position(transition.head().startedAt(), run));
    } else {
      unindex(stored.head);
    }
    stored.entries.addAll(transition.entries());
    stored.head = transition.head();
    index(stored.head);
    if (stored.head.status().isFinished()) {
      open--;
    }
    return CompletableFuture.completedFuture(null);
  }

  private void index(Head head) {
    if (head.wakeAt() != null) {
      timers.add(new Timer(head.run(), head.wakeAt()));
    } else if (head.status() == RunStatus.RUNNING) {
      active.add(head.run());
    }
  }

  private void unindex(Head head) {
    if (head.wakeAt() != null) {
      timers.remove(new Timer(head.run(), head.wakeAt()));
    } else {
      active.remove(head.run());
    }
  }

  @Override
  public synchronized Optional<Head> head(RunId run) {
    checkOpen();
    Stored stored = runs.get(run);
    return stored == null ? Optional.empty() : Optional.of(stored.head);
  }

  @Override
  public synchronized List<Entry> entries(RunId run, long fromSeq, int limit) {
    checkOpen();
    Stored stored = runs.get(run);
    if (stored == null || fromSeq >= stored.entries.size()) {
      return List.of();
    }
    int from = (int) fromSeq;
    int to = (int) Math.min(stored.entries.size(), (long) from + limit);
    return List.copyOf(stored.entries.subList(from, to));
  }

  @Override
  public synchronized List<Head> runs(RunQuery query) {
    checkOpen();
    NavigableSet<RunQuery.Position> rest =
        query.after() == null ? byStart : byStart.tailSet(query.after(), false);
    List<Head> found = new ArrayList<>();
    for (RunQuery.Position position : rest) {
      Head head = runs.get(position.run()).head;
      if ((query.status() == null || query.status() == head.status())
          && (query.workflow() == null || query.workflow().equals(head.workflow()))) {
        found.add(head);
        if (found.size() == query.limit()) {
          break;
        }
      }
    }
    return found;
  }

  @Override
  public synchronized List<RunId> active(@Nullable RunId after, int limit) {
    checkOpen();
    NavigableSet<RunId> rest = after == null ? active : active.tailSet(after, false);
    return rest.stream().limit(limit).toList();
  }

  @Override
  public synchronized long openRuns() {
    checkOpen();
    return open;
  }

  @Override
  public synchronized List<Timer> due(Instant until, int limit) {
    checkOpen();
    return timers.stream().takeWhile(t -> !t.at().isAfter(until)).limit(limit).toList();
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    checkOpen();
    return timers.isEmpty() ? Optional.empty() : Optional.of(timers.first().at());
  }

  @Override
  public Map<RunId, String> quarantined() {
    return Map.of();
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private void checkOpen() {
    if (closed) {
      throw closedException();
    }
  }

  private static JournalException closedException() {
    return new JournalException(
        ErrorCode.ES302,
        "the journal is closed: journal=in memory. Open a new one, and close it after its last use.",
        null);
  }

  private static final class Stored {
    private final List<Entry> entries = new ArrayList<>();
    private Head head;

    Stored(Head head) {
      this.head = head;
    }
  }
}
