package dev.everstep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Timer;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimersTest {
  private final TestClock clock = new TestClock();
  private final NavigableMap<RunId, Instant> due = new TreeMap<>();
  private final List<RunId> woken = new ArrayList<>();
  private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1);
  private boolean broken;

  private final Timers timers = new Timers(journal(), clock, alarms, woken::add);

  @AfterEach
  void close() {
    alarms.shutdownNow();
  }

  private Journal journal() {
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, arguments) -> {
              if (broken) {
                throw new JournalException(ErrorCode.ES303, "broken.", null);
              }
              return method.getName().equals("due")
                  ? due((Instant) arguments[0], (Integer) arguments[1])
                  : due.values().stream().min(Instant::compareTo);
            });
  }

  private List<Timer> due(Instant until, int limit) {
    return due.entrySet().stream()
        .map(entry -> new Timer(entry.getKey(), entry.getValue()))
        .filter(timer -> !timer.at().isAfter(until))
        .sorted(java.util.Comparator.comparing(Timer::at))
        .limit(limit)
        .toList();
  }

  private void add(int from, int to, Instant at) {
    for (int i = from; i < to; i++) {
      due.put(new RunId("r" + i), at);
    }
  }

  private Optional<Long> nextAlarmMillis() {
    return alarms.getQueue().stream()
        .map(task -> ((java.util.concurrent.Delayed) task).getDelay(TimeUnit.MILLISECONDS))
        .min(Long::compare);
  }

  @Test
  void wakesEveryRunThatIsDueHoweverMany() {
    add(0, 2_000, clock.instant());

    timers.look();

    assertThat(woken).hasSize(2_000).doesNotHaveDuplicates();
  }

  @Test
  void aRunThatIsBeingWokenHidesNoLaterOne() {
    add(0, 300, clock.instant());
    add(300, 301, clock.instant().plusSeconds(5));

    timers.look();

    assertThat(woken).hasSize(300);
    assertThat(nextAlarmMillis().orElseThrow()).isBetween(1L, 5_000L);
  }

  @Test
  void aRunIsWokenOnceUntilItHasMoved() {
    add(0, 1, clock.instant());

    timers.look();
    timers.look();
    assertThat(woken).hasSize(1);
    timers.moved(new RunId("r0"));
    timers.look();

    assertThat(woken).hasSize(2);
  }

  @Test
  void timersGoOnWhenTheJournalCouldNotBeReadOnce() throws Exception {
    broken = true;
    timers.arm(clock.instant());
    alarms.submit(() -> {}).get(20, TimeUnit.SECONDS);
    // The look has run by now, or is the task before this one.
    alarms.submit(() -> {}).get(20, TimeUnit.SECONDS);

    assertThat(nextAlarmMillis().orElseThrow()).isGreaterThan(1_000L);
  }
}
