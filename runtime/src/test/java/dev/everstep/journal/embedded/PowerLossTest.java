package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.journal.JournalException;
import dev.everstep.journal.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Crashes at any operation of the disk, also while opening after a crash. */
class PowerLossTest {
  private static final int ROUNDS = 40;
  private static final Options OPTIONS =
      Options.defaults().withSegmentBytes(8192).withFlushBytes(6000);

  private final List<List<Transition>> scripts = Script.many("r", 6, 12, 700);

  @ParameterizedTest
  @EnumSource(SimulatedDisk.Crash.class)
  void keepsAllThatWasAcknowledged(SimulatedDisk.Crash crash) {
    long seed = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      try {
        round(new SimulatedDisk(), crash, new Random(seed + round));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("crash=" + crash + ", seed=" + (seed + round), e);
      }
    }
  }

  /** The test of the test: a disk that ignores syncs must be found out. */
  @Test
  void noticesADiskThatIgnoresSyncs() {
    long seed = System.nanoTime();
    int noticed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try {
        round(new SimulatedDisk(true), SimulatedDisk.Crash.LOSE_ALL, new Random(seed + round));
      } catch (AssertionError | JournalException e) {
        noticed++;
      }
    }
    assertThat(noticed).as("seed=%d", seed).isGreaterThan(ROUNDS / 2);
  }

  private void round(SimulatedDisk disk, SimulatedDisk.Crash crash, Random random) {
    int[] acknowledged = new int[scripts.size()];
    int[] next = new int[scripts.size()];
    SimulatedDisk now = disk;
    for (int crashes = 0; crashes < 3; crashes++) {
      now.crashAfter(1 + random.nextInt(crashes == 1 ? 30 : 250));
      write(now, random, next, acknowledged);
      now = now.after(crash, random);
      SimulatedDisk probe = now.copy();
      try (EmbeddedJournal journal = EmbeddedJournal.open(probe, OPTIONS)) {
        next = Script.check(journal, scripts, acknowledged);
        acknowledged = next.clone(); // what was read once must stay
      }
      // Going on from a disk that was opened and closed, or from the one the crash left.
      now = random.nextBoolean() ? probe.copy() : now;
    }
    write(now, random, next, acknowledged);
    try (EmbeddedJournal journal = EmbeddedJournal.open(now, OPTIONS)) {
      Script.check(journal, scripts, acknowledged);
    }
  }

  /** Commits a few transitions at a time until all are, or the disk stops. */
  private void write(SimulatedDisk disk, Random random, int[] next, int[] acknowledged) {
    EmbeddedJournal journal;
    try {
      journal = EmbeddedJournal.open(disk, OPTIONS);
    } catch (JournalException e) {
      assertThat(e).hasMessageContaining("the simulated machine is down");
      return;
    }
    try (journal) {
      boolean alive = true;
      while (alive) {
        List<CompletableFuture<Void>> commits = new ArrayList<>();
        List<Integer> runs = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          int run = random.nextInt(scripts.size());
          if (next[run] < scripts.get(run).size()) {
            commits.add(journal.commit(scripts.get(run).get(next[run]++)));
            runs.add(run);
          }
        }
        for (int i = 0; i < runs.size(); i++) {
          try {
            commits.get(i).join();
            acknowledged[runs.get(i)]++;
          } catch (CompletionException e) {
            alive = false;
          }
        }
        alive &= !finished(next);
      }
    }
  }

  private boolean finished(int[] next) {
    for (int i = 0; i < next.length; i++) {
      if (next[i] < scripts.get(i).size()) {
        return false;
      }
    }
    return true;
  }
}
