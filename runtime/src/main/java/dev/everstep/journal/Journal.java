package dev.everstep.journal;

import dev.everstep.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Stores runs. Guarantees, after any crash of the process or the machine: every transition whose
 * commit completed normally is there, whole; a transition whose commit did not complete is there
 * whole or not at all; and of one run, a transition is there only if all before it are.
 *
 * <p>A run begins with seq 0 and status, workflow and start time; the last two never change. Once
 * its status is finished, it takes no more transitions.
 *
 * <p>Thread-safe. Reads see every transition whose commit has completed, and may see one whose
 * commit is about to. After a failed write the journal is {@linkplain JournalException broken}: it
 * refuses all further commits and keeps what is on disk; closing and opening it again recovers.
 * Every method may throw a {@link JournalException}; reading a run that damage touches throws ES311
 * or ES314 and leaves the other runs readable.
 */
public interface Journal extends AutoCloseable {

  /**
   * Stores a transition. Returns at once, or blocks while the journal is behind by more than it
   * buffers.
   *
   * <p>Several transitions of one run may be under way at once if they are committed in order.
   * Transitions of one run are stored in the order of their commits; when one is refused, those
   * behind it no longer follow and are refused too.
   *
   * @return completes when the transition is durable, on a thread of the journal or at once:
   *     dependents must be short and not block. Completes with a {@link JournalException}: {@link
   *     StaleTransitionException} if the first seq does not follow the stored head or the run is
   *     finished, ES304 if a limit is exceeded, ES308 if the disk is full, ES302 and ES312 if the
   *     journal is closed or read-only, ES311 or ES314 if damage touches the run (in all these
   *     nothing was written); else, ES303, the journal is broken and the transition may or may not
   *     be stored
   */
  CompletableFuture<Void> commit(Transition transition);

  /** Returns where a run is, or empty if there is no such run. */
  Optional<Head> head(RunId run);

  /**
   * Returns entries of a run in order; empty if there are none from there on, or no such run.
   *
   * @param fromSeq the first seq wanted, from 0
   * @param limit how many at most, at least 1
   */
  List<Entry> entries(RunId run, long fromSeq, int limit);

  /** Returns the heads of the runs that a query asks for. */
  List<Head> runs(RunQuery query);

  /**
   * Returns running runs that have work in flight: what recovery must start again. Ordered by id.
   *
   * @param after continue behind this run; null from the beginning
   * @param limit how many at most, at least 1
   */
  List<RunId> active(@Nullable RunId after, int limit);

  /** Returns how many runs are not finished: running, waiting or stuck. Cheap. */
  long openRuns();

  /**
   * Returns the runs whose timer is due, the earliest first, those of one instant by id.
   *
   * @param until timers at or before this instant
   * @param limit how many at most, at least 1
   */
  List<Timer> due(Instant until, int limit);

  /** Returns when the earliest timer is due, or empty if there is none. */
  Optional<Instant> nextDue();

  /**
   * Returns the runs in quarantine, since damage to what is stored touches them: by id, with what
   * is known. They are not listed, not active and not due, and take no commits; {@link #head}
   * throws ES314 for them, and their entries can be read as far as they are there.
   */
  Map<RunId, String> quarantined();

  /**
   * Waits for commits under way, then releases files, locks and threads. Idempotent. Every later
   * call of another method fails with ES302.
   */
  @Override
  void close();
}
