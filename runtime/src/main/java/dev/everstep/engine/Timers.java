package dev.everstep.engine;

import dev.everstep.RunId;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes runs that wait for time. The journal alone knows which there are and when they are due;
 * this looks there when the earliest is, and at least once a minute, since the wall clock may be
 * set. Thread-safe.
 */
final class Timers {
  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private static final Duration LOOK_AT_LEAST = Duration.ofMinutes(1);
  private static final int PAGE = 256;

  private final Journal journal;
  private final Clock clock;
  private final ScheduledExecutorService alarms;
  private final Consumer<RunId> wake;
  private final Set<RunId> waking = ConcurrentHashMap.newKeySet();
  private @Nullable ScheduledFuture<?> next;
  private Instant nextAt = Instant.MAX;

  /**
   * Creates timers that look at nothing until {@link #arm}.
   *
   * @param wake takes a run that is due; {@link #moved} ends what it begins
   */
  Timers(Journal journal, Clock clock, ScheduledExecutorService alarms, Consumer<RunId> wake) {
    this.journal = journal;
    this.clock = clock;
    this.alarms = alarms;
    this.wake = wake;
  }

  /** Says that a run is due at an instant, past or future. */
  synchronized void arm(Instant at) {
    if (next != null && !at.isBefore(nextAt)) {
      return;
    }
    if (next != null) {
      next.cancel(false);
    }
    nextAt = at;
    Duration wait = Duration.between(clock.instant(), at);
    long millis =
        wait.isNegative()
            ? 0
            : Math.min(wait.plusNanos(999_999).toMillis(), LOOK_AT_LEAST.toMillis());
    try {
      next = alarms.schedule(this::lookSafely, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      next = null;
    }
  }

  // An alarm that throws is never repeated, and with it every sleep would end.
  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("timers could not be read; they are looked at again in a minute", e);
      arm(clock.instant().plus(LOOK_AT_LEAST));
    }
  }

  /** Wakes every run that is due. */
  void look() {
    synchronized (this) {
      next = null;
      nextAt = Instant.MAX;
    }
    Instant now = clock.instant();
    while (wakeSome(now)) {
      // more of them than a page holds
    }
    for (Timer timer : journal.due(now.plus(LOOK_AT_LEAST), waking.size() + 1)) {
      if (timer.at().isAfter(now)) {
        arm(timer.at());
        return;
      }
    }
    if (journal.nextDue().isPresent()) {
      arm(now.plus(LOOK_AT_LEAST));
    }
  }

  private boolean wakeSome(Instant now) {
    List<Timer> due = journal.due(now, waking.size() + PAGE);
    int woken = 0;
    for (Timer timer : due) {
      if (waking.add(timer.run())) {
        woken++;
        wake.accept(timer.run());
      }
    }
    return woken >= PAGE;
  }

  /** Says that a run has moved on, or could not; no effect if it was not woken. */
  void moved(RunId run) {
    waking.remove(run);
  }
}
