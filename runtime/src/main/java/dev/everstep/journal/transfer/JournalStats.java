package dev.everstep.journal.transfer;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a journal.
 *
 * @param runs how many runs there are by workflow and status; statuses without a run are left out
 * @param entries how many entries they have
 * @param payloadBytes what bodies and states take as they are stored, without a journal's own data
 * @param timers how many runs wait for nothing but time
 * @param nextDue when the first of those is due; null if there is none
 * @param oldest the run that was started first; null if there is none
 * @param newest the run that was started last; null if there is none
 * @param unreadable how many runs could not be read to their end
 */
public record JournalStats(
    Map<String, Map<RunStatus, Long>> runs,
    long entries,
    long payloadBytes,
    long timers,
    @Nullable Instant nextDue,
    @Nullable Start oldest,
    @Nullable Start newest,
    long unreadable) {

  /**
   * When a run was started.
   *
   * @param run the run
   * @param at when
   */
  public record Start(RunId run, Instant at) {}

  /**
   * Reads a whole journal. A run that cannot be read is told to the observer and counts as far as
   * it could be.
   */
  public static JournalStats of(Journal journal, Observer observer) {
    return new Counting(journal, observer).all();
  }

  /** Returns how many runs there are with a status. */
  public long count(RunStatus status) {
    return runs.values().stream().mapToLong(counts -> counts.getOrDefault(status, 0L)).sum();
  }

  /** Returns how many runs there are. */
  public long count() {
    return runs.values().stream()
        .flatMap(counts -> counts.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private static final class Counting {
    private final Journal journal;
    private final Observer observer;
    private final Map<String, Map<RunStatus, Long>> runs = new TreeMap<>();
    private long seen;
    private long entries;
    private long bytes;
    private long timers;
    private @Nullable Instant nextDue;
    private @Nullable Start oldest;
    private @Nullable Start newest;
    private long unreadable;

    Counting(Journal journal, Observer observer) {
      this.journal = journal;
      this.observer = observer;
    }

    JournalStats all() {
      RunPages pages = new RunPages(journal, Selection.ALL, e -> unreadable(null, e));
      List<Head> page = pages.page();
      while (!page.isEmpty()) {
        page.forEach(this::add);
        page = pages.page();
      }
      Quarantined.forEach(journal, this::unreadable);
      return new JournalStats(runs, entries, bytes, timers, nextDue, oldest, newest, unreadable);
    }

    private void add(Head head) {
      runs.computeIfAbsent(head.workflow(), name -> new EnumMap<>(RunStatus.class))
          .merge(head.status(), 1L, Long::sum);
      bytes += head.state().length();
      if (head.wakeAt() != null) {
        timers++;
        nextDue = nextDue == null || head.wakeAt().isBefore(nextDue) ? head.wakeAt() : nextDue;
      }
      oldest = new Start(head.run(), head.startedAt());
      newest = newest == null ? oldest : newest;
      try {
        addEntries(head);
      } catch (JournalException e) {
        unreadable(head.run(), e);
      }
      observer.progress(++seen, entries);
    }

    private void addEntries(Head head) {
      EntryPages pages = new EntryPages(journal, head);
      List<Entry> page = pages.page();
      while (!page.isEmpty()) {
        entries += page.size();
        page.forEach(entry -> bytes += entry.body().length());
        observer.progress(seen, entries);
        page = pages.page();
      }
    }

    private void unreadable(@Nullable RunId run, JournalException reason) {
      if (reason.code() == ErrorCode.ES302) {
        throw reason;
      }
      unreadable++;
      observer.problem(run, reason);
    }
  }
}
