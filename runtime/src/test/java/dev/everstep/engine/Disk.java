package dev.everstep.engine;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one process sees of a journal that outlives it: {@link #crash} ends the process's writes as
 * SIGKILL would, and a new one opens what is left.
 */
final class Disk implements Journal {
  private final Journal kept;
  private boolean dead;
  private Predicate<Transition> crashBefore = transition -> false;
  private @Nullable RuntimeException refusal;
  private @Nullable RuntimeException refusalOfAll;
  private Predicate<Transition> full = transition -> false;
  private volatile int refusals;
  private int writes;
  private int lastWrite = Integer.MAX_VALUE;
  private volatile List<Timer> outdated = List.of();
  private volatile int headsRead;

  Disk(Journal kept) {
    this.kept = kept;
  }

  /** Loses everything from now on. */
  synchronized void crash() {
    dead = true;
  }

  /** Loses the first transition that fits, and everything behind it. */
  synchronized void crashBefore(Predicate<Transition> transition) {
    crashBefore = transition;
  }

  /** Loses the n-th transition from now on, from 1, and everything behind it. */
  synchronized void crashBeforeWrite(int n) {
    lastWrite = writes + n;
  }

  /** Returns how many transitions were asked for. */
  synchronized int writes() {
    return writes;
  }

  /** Returns whether everything is lost by now. */
  synchronized boolean isDead() {
    return dead;
  }

  /** Refuses the next transition without writing it. */
  synchronized void refuseNext(RuntimeException refusal) {
    this.refusal = refusal;
  }

  /** Refuses every transition from now on without writing it. */
  synchronized void refuseAll(RuntimeException refusal) {
    this.refusalOfAll = refusal;
  }

  /** Has no space from now on, or has some again. */
  synchronized void full(boolean full) {
    fullFor(transition -> full);
  }

  /** Has no space for the transitions that fit, from now on. */
  synchronized void fullFor(Predicate<Transition> transition) {
    full = transition;
  }

  /** Returns how many transitions were refused for want of space. */
  int refusals() {
    return refusals;
  }

  @Override
  public synchronized CompletableFuture<Void> commit(Transition transition) {
    if (full.test(transition)) {
      refusals++;
      return CompletableFuture.failedFuture(
          new JournalException(ErrorCode.ES308, "the disk is full.", null));
    }
    if (refusalOfAll != null) {
      return CompletableFuture.failedFuture(refusalOfAll);
    }
    if (refusal != null) {
      RuntimeException thrown = refusal;
      refusal = null;
      return CompletableFuture.failedFuture(thrown);
    }
    writes++;
    if (!dead && (crashBefore.test(transition) || writes > lastWrite)) {
      dead = true;
    }
    return dead
        ? CompletableFuture.failedFuture(
            new JournalException(ErrorCode.ES302, "the process is dead.", null))
        : kept.commit(transition);
  }

  /** Answers what is due with timers that were due a moment ago, until told otherwise. */
  void dueBefore(List<Timer> outdated) {
    this.outdated = outdated;
  }

  /** Returns how often a head was read. */
  int headsRead() {
    return headsRead;
  }

  @Override
  public synchronized Optional<Head> head(RunId run) {
    headsRead++;
    return kept.head(run);
  }

  @Override
  public List<Entry> entries(RunId run, long fromSeq, int limit) {
    return kept.entries(run, fromSeq, limit);
  }

  @Override
  public List<Head> runs(RunQuery query) {
    return kept.runs(query);
  }

  @Override
  public List<RunId> active(@Nullable RunId after, int limit) {
    return kept.active(after, limit);
  }

  @Override
  public long openRuns() {
    return kept.openRuns();
  }

  @Override
  public List<Timer> due(Instant until, int limit) {
    return outdated.isEmpty() ? kept.due(until, limit) : outdated;
  }

  @Override
  public Optional<Instant> nextDue() {
    return kept.nextDue();
  }

  @Override
  public Map<RunId, String> quarantined() {
    return kept.quarantined();
  }

  @Override
  public void close() {
    crash();
  }
}
