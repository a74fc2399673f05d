package dev.everstep.journal.transfer;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.Timer;
import dev.everstep.journal.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Another journal, parts of which are damaged, or whose process dies. */
public final class TroubledJournal implements Journal {
  public final Map<RunId, Long> damagedFrom = new HashMap<>();
  public final Set<RunId> damagedHeads = new HashSet<>();
  public final Set<RunId> quarantined = new HashSet<>();
  public long commitsLeft = Long.MAX_VALUE;
  private final List<Long> pages = new ArrayList<>();
  private final Journal journal;

  public TroubledJournal(Journal journal) {
    this.journal = journal;
  }

  @Override
  public CompletableFuture<Void> commit(Transition transition) {
    if (--commitsLeft < 0) {
      return CompletableFuture.failedFuture(
          new JournalException(ErrorCode.ES308, "no more commits.", null));
    }
    return journal.commit(transition);
  }

  @Override
  public Optional<Head> head(RunId run) {
    if (damagedHeads.contains(run) || quarantined.contains(run)) {
      throw damage(run);
    }
    return journal.head(run);
  }

  @Override
  public List<Entry> entries(RunId run, long fromSeq, int limit) {
    long damaged = damagedFrom.getOrDefault(run, Long.MAX_VALUE);
    if (fromSeq + limit > damaged) {
      throw damage(run);
    }
    List<Entry> entries = journal.entries(run, fromSeq, limit);
    pages.add(entries.stream().mapToLong(e -> e.body().length()).sum());
    return entries;
  }

  @Override
  public List<Head> runs(RunQuery query) {
    List<Head> heads = journal.runs(query);
    for (Head head : heads) {
      if (damagedHeads.contains(head.run())) {
        throw damage(head.run());
      }
    }
    return heads.stream().filter(head -> !quarantined.contains(head.run())).toList();
  }

  /** Returns how many pages of entries had more bytes. */
  long pagesAbove(long bytes) {
    return pages.stream().filter(page -> page > bytes).count();
  }

  private static JournalException damage(RunId run) {
    return new JournalException(ErrorCode.ES311, "damaged: run=" + run + ".", null);
  }

  @Override
  public long openRuns() {
    return journal.openRuns();
  }

  @Override
  public List<RunId> active(@Nullable RunId after, int limit) {
    return journal.active(after, limit);
  }

  @Override
  public List<Timer> due(Instant until, int limit) {
    return journal.due(until, limit);
  }

  @Override
  public Optional<Instant> nextDue() {
    return journal.nextDue();
  }

  @Override
  public Map<RunId, String> quarantined() {
    return quarantined.stream().collect(Collectors.toMap(run -> run, run -> "damaged"));
  }

  @Override
  public void close() {
    journal.close();
  }
}
