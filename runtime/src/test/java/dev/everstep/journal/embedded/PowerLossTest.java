package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.Retention;
import dev.everstep.RunId;
import dev.everstep.journal.Head;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Transition;
import dev.everstep.journal.embedded.SimulatedDisk.Crash;
import dev.everstep.journal.embedded.SimulatedDisk.Lie;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Crashes at any operation of the disk, a third of them while opening after a crash. Segments are
 * small, so they are often used again; tables are merged, and finished runs dropped and begun anew.
 */
@Timeout(3600)
class PowerLossTest {
  private static final int ROUNDS = Soak.rounds(200, 1000) / Crash.values().length;
  private static final int LIAR_ROUNDS = 24;
  private static final int CRASHES = 3;
  private static final int KEPT_RUNS = 2;
  private static final int BEGUN_ANEW_MAX = 4;

  private final List<List<Transition>> scripts = Script.many("r", 6, 12, 700);

  @ParameterizedTest
  @EnumSource(Crash.class)
  void keepsAllThatWasAcknowledged(Crash crash) {
    long seed = Soak.seed();
    Totals totals = new Totals();
    PrimitiveIterator.OfLong seeds = seeds(seed);
    for (int i = 0; i < ROUNDS; i++) {
      long each = seeds.nextLong();
      Round round = new Round(new SimulatedDisk(), crash, new Random(each), totals);
      try {
        round.play();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "crash=" + crash + ", -Djournal.rounds=8 -Djournal.seed=" + each, e);
      }
    }
    System.out.println(
        "power loss: crash=" + crash + ", seed=" + seed + ", rounds=" + ROUNDS + ", " + totals);
    if (ROUNDS > 4) {
      assertThat(totals.whileOpening).as("seed=%d", seed).isPositive();
      assertThat(totals.begunAnew).as("seed=%d", seed).isPositive();
      assertThat(totals.segmentsUsedAgain).as("seed=%d", seed).isPositive();
      assertThat(totals.merged).as("seed=%d", seed).isPositive();
    }
  }

  /** The test of the test: a disk that lies must be found out. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void noticesADiskThatLies(Lie lie) {
    long seed = Soak.seed();
    PrimitiveIterator.OfLong seeds = seeds(seed);
    int noticed = 0;
    for (int i = 0; i < LIAR_ROUNDS; i++) {
      Random random = new Random(seeds.nextLong());
      try {
        new Round(new SimulatedDisk(lie), Crash.LOSE_ALL, random, new Totals()).play();
      } catch (AssertionError | JournalException e) {
        noticed++;
      }
    }
    assertThat(noticed).as("lie=%s, seed=%d", lie, seed).isPositive();
  }

  /** The first is the one given; seeds in a row would give rounds that are alike. */
  private static PrimitiveIterator.OfLong seeds(long seed) {
    Random random = new Random(seed);
    return LongStream.iterate(seed, each -> random.nextLong()).iterator();
  }

  @Test
  void makesDurableWhatAKilledProcessLeft() {
    Random random = new Random(1);
    Transition first = scripts.get(0).get(0);
    SimulatedDisk killed = killedBeforeItsSync(first);
    try (EmbeddedJournal journal = EmbeddedJournal.open(killed, Options.defaults())) {
      assertThat(journal.head(first.run())).contains(first.head());
      SimulatedDisk left = killed.after(Crash.LOSE_ALL, random);

      try (EmbeddedJournal again = EmbeddedJournal.open(left, Options.defaults())) {
        assertThat(again.head(first.run())).contains(first.head());
      }
    }
  }

  /** A process is killed, the next one begins to open, and power fails. */
  @Test
  void deletesNothingOnTheWordOfAManifestWhoseNameIsNotDurable() throws IOException {
    int killed = 0;
    for (int operation = 40; operation < 300; operation++) {
      SimulatedDisk disk = new SimulatedDisk().crashAfter(operation);
      int acknowledged = commitUntilDown(disk);
      Random random = new Random(operation);
      byte[] durable = disk.after(Crash.LOSE_ALL, random).read(Manifest.NAME);
      if (!Arrays.equals(durable, disk.copy().read(Manifest.NAME))) {
        killed++;
        for (int i = 0; i < 8; i++) {
          SimulatedDisk next = disk.after(Crash.KILL, random).crashAfter(2 + i % 5);
          commitUntilDown(next);
          check(next.after(Crash.SECTORS, random), acknowledged);
        }
      }
    }
    assertThat(killed).isPositive();
  }

  /** Commits to the first run, all that it does, until the disk stops. */
  private int commitUntilDown(SimulatedDisk disk) {
    int acknowledged = 0;
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, Testing.TINY)) {
      for (Transition each : scripts.get(0)) {
        journal.commit(each).join();
        acknowledged++;
      }
    } catch (JournalException | CompletionException e) {
      return acknowledged;
    }
    return acknowledged;
  }

  private void check(SimulatedDisk disk, int acknowledged) {
    int[] all = new int[scripts.size()];
    all[0] = acknowledged;
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, Testing.TINY)) {
      Script.check(journal, scripts, all);
    }
  }

  @Test
  void opensADirectoryWhoseFirstOpeningLeftGarbage() {
    for (int operation = 1; operation < 12; operation++) {
      for (int seed = 0; seed < 20; seed++) {
        SimulatedDisk disk = new SimulatedDisk().crashAfter(operation);
        try {
          EmbeddedJournal.open(disk, Testing.TINY).close();
        } catch (JournalException e) {
          assertThat(e).hasStackTraceContaining("the simulated machine is down");
        }
        SimulatedDisk left = disk.after(Crash.GARBAGE, new Random(seed));

        EmbeddedJournal.open(left, Testing.TINY).close();
      }
    }
  }

  private static SimulatedDisk killedBeforeItsSync(Transition first) {
    SimulatedDisk disk = new SimulatedDisk();
    Options options = Options.defaults();
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, options)) {
      assertThat(journal.openRuns()).isZero();
    }
    for (int operation = 1; operation < 100; operation++) {
      SimulatedDisk copy = disk.copy().crashAfter(operation);
      SimulatedDisk left;
      try (EmbeddedJournal journal = EmbeddedJournal.open(copy, options)) {
        journal.commit(first).exceptionally(e -> null).join();
        left = copy.after(Crash.KILL, new Random(0));
      } catch (JournalException e) {
        continue; // not open yet
      }
      try (EmbeddedJournal found = EmbeddedJournal.open(left.copy(), options)) {
        if (found.head(first.run()).isPresent()) {
          return left;
        }
      }
    }
    throw new AssertionError("the frame is never written");
  }

  /** What happened in rounds, so that a test that tests nothing is noticed. */
  private static final class Totals {
    private int crashes;
    private int whileOpening;
    private int begunAnew;
    private long acknowledged;
    private int segmentsUsedAgain;
    private int merged;

    @Override
    public String toString() {
      return "crashes="
          + crashes
          + ", while opening="
          + whileOpening
          + ", acknowledged="
          + acknowledged
          + ", runs begun anew="
          + begunAnew
          + ", sessions that used segments again="
          + segmentsUsedAgain
          + ", that merged="
          + merged;
    }
  }

  /** One disk, and what is known of it. */
  private final class Round {
    private final Crash crash;
    private final Random random;
    private final Totals totals;
    private final Options options;
    private final boolean drops;
    private int[] asked = new int[scripts.size()];
    private int[] acknowledged = new int[scripts.size()];
    private SimulatedDisk disk;
    private boolean opened;

    Round(SimulatedDisk disk, Crash crash, Random random, Totals totals) {
      this.disk = disk;
      this.crash = crash;
      this.random = random;
      this.totals = totals;
      this.drops = random.nextBoolean();
      this.options =
          Options.defaults()
              .withSegmentBytes(4096 << random.nextInt(2))
              .withFlushBytes(1000 + random.nextInt(4000));
    }

    void play() {
      for (int i = 0; i < CRASHES; i++) {
        disk.crashAfter(1 + random.nextInt(random.nextInt(3) == 0 ? 8 : 250));
        opened = false;
        write();
        totals.crashes++;
        totals.whileOpening += opened ? 0 : 1;
        // A process may die before power fails.
        disk = disk.after(random.nextInt(4) == 0 ? Crash.KILL : crash, random);
        look();
      }
      write();
      check(disk);
    }

    /** Checks the disk, and goes on with it or with what the look has left. */
    private void look() {
      SimulatedDisk probe = disk.after(Crash.KILL, random);
      int[] found = check(probe);
      if (random.nextBoolean()) {
        disk = probe;
        acknowledged = found; // what was read once must stay
        asked = found.clone();
      }
    }

    private int[] check(SimulatedDisk from) {
      try (EmbeddedJournal journal = EmbeddedJournal.open(from, options)) {
        int[] found = Script.check(journal, scripts, acknowledged, this::mayBeDropped);
        for (int run = 0; run < found.length; run++) {
          if (acknowledged[run] > 0) {
            assertThat(found[run]).as("run %d", run).isLessThanOrEqualTo(asked[run]);
          } // else it may be the one that was dropped before
        }
        return found;
      }
    }

    private boolean mayBeDropped(int run) {
      return drops && asked[run] == scripts.get(run).size();
    }

    /** Commits a few transitions at a time until all are, or the disk stops. */
    private void write() {
      Options now = drops ? options.withRetention(Retention.ofCount(KEPT_RUNS)) : options;
      EmbeddedJournal journal;
      try {
        journal = EmbeddedJournal.open(disk, now);
      } catch (JournalException e) {
        assertThat(e).hasMessageContaining("the simulated machine is down");
        return;
      }
      opened = true;
      List<String> segments = segments();
      try (journal) {
        learn(journal);
        int begunAnewMax = BEGUN_ANEW_MAX;
        while (commitSome(journal) && !(begunAnewMax == 0 && isFinished())) {
          if (drops && random.nextInt(8) == 0) {
            compact(journal);
            begunAnewMax -= begunAnewMax > 0 && beginsAnew(journal) ? 1 : 0;
          }
          if (isFinished() && (!drops || random.nextInt(4) == 0)) {
            break;
          }
        }
        totals.merged += journal.view().tables().size() < tablesEver() ? 1 : 0;
      }
      segments.removeAll(segments());
      totals.segmentsUsedAgain += segments.isEmpty() ? 0 : 1;
    }

    private List<String> segments() {
      return new ArrayList<>(disk.list().stream().filter(Names::isSegment).toList());
    }

    private long tablesEver() {
      return disk.list().stream().filter(Names::isTable).mapToLong(Names::number).max().orElse(0);
    }

    /** What an open journal shows is durable, and what it does not show was dropped. */
    private void learn(EmbeddedJournal journal) {
      assertThat(journal.quarantined()).isEmpty();
      for (int run = 0; run < asked.length; run++) {
        Head head = journal.head(id(run)).orElse(null);
        int found = 0;
        while (head != null
            && found < scripts.get(run).size()
            && scripts.get(run).get(found).head().seq() <= head.seq()) {
          found++;
        }
        if (head != null || !mayBeDropped(run)) {
          assertThat(found).as("run %d", run).isGreaterThanOrEqualTo(acknowledged[run]);
        }
        acknowledged[run] = found;
        asked[run] = found;
      }
    }

    private RunId id(int run) {
      return scripts.get(run).get(0).run();
    }

    /** Returns whether the journal takes more. */
    private boolean commitSome(EmbeddedJournal journal) {
      List<CompletableFuture<Void>> commits = new ArrayList<>();
      List<Integer> runs = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        int run = random.nextInt(asked.length);
        if (asked[run] < scripts.get(run).size()) {
          commits.add(journal.commit(scripts.get(run).get(asked[run]++)));
          runs.add(run);
        }
      }
      boolean alive = true;
      for (int i = 0; i < runs.size(); i++) {
        try {
          commits.get(i).join();
          acknowledged[runs.get(i)]++;
          totals.acknowledged++;
        } catch (CompletionException e) {
          alive = false;
        }
      }
      return alive;
    }

    private void compact(EmbeddedJournal journal) {
      try {
        journal.compact();
      } catch (JournalException e) {
        assertThat(e).hasStackTraceContaining("the simulated machine is down");
      }
    }

    /** Lets a run that was dropped begin anew. */
    private boolean beginsAnew(EmbeddedJournal journal) {
      for (int run = 0; run < asked.length; run++) {
        if (asked[run] == scripts.get(run).size() && journal.head(id(run)).isEmpty()) {
          asked[run] = 0;
          acknowledged[run] = 0;
          totals.begunAnew++;
          return true;
        }
      }
      return false;
    }

    private boolean isFinished() {
      for (int run = 0; run < asked.length; run++) {
        if (asked[run] < scripts.get(run).size()) {
          return false;
        }
      }
      return true;
    }
  }
}
