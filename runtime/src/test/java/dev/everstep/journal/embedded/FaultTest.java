package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.ErrorCode;
import dev.everstep.Retention;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Transition;
import dev.everstep.journal.embedded.SimulatedDisk.Crash;
import dev.everstep.journal.embedded.SimulatedDisk.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lets one operation of the disk fail, whichever it is: the first, the second, and so on to the
 * last of a random program of commits, with flushes, merges, changes of segments, and drops.
 */
@Timeout(3600)
class FaultTest {
  private static final int PROGRAMS = Soak.rounds(3, 10);

  /** The suite takes a sample of the operations, others for each program. */
  private static final int STEP = Soak.isOn() ? 1 : 4 * PROGRAMS;

  private static final int OPERATIONS_MAX = 5000;
  private static final int REFUSALS_MAX = 3;
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final long ASK_EVERY_NANOS = 5_000_000L;

  private static final Options OPTIONS =
      Options.defaults().withSegmentBytes(4096).withFlushBytes(3000);
  private static final Options DROPPING = OPTIONS.withRetention(Retention.ofCount(1));

  private static final List<List<Transition>> SCRIPTS = scripts();

  /** The last run only asks whether the journal takes more. */
  private static final int ASKING = 4;

  private static List<List<Transition>> scripts() {
    List<List<Transition>> scripts = new ArrayList<>(Script.many("f", ASKING, 8, 700));
    scripts.add(Script.of("asking", 8000, 50));
    return scripts;
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void takesNoMoreAndKeepsAllThatWasAcknowledged(Fault fault) {
    long seed = Soak.seed();
    int struck = 0;
    for (int program = 0; program < PROGRAMS; program++) {
      boolean ended = false;
      for (int n = 1 + 4 * program % STEP; !ended; n += STEP) {
        assertThat(n).as("operations").isLessThan(OPERATIONS_MAX);
        String as =
            fault + ", operation=" + n + ", -Djournal.seed=" + seed + ", program " + program;
        try {
          Program each =
              new Program(new SimulatedDisk().failAfter(n, fault), new Random(seed + program));
          ended = !each.playUntilItFails();
          each.checkBothWays();
          struck += ended ? 0 : 1;
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(as, e);
        }
      }
    }
    assertThat(struck).as("failed, seed=%d", seed).isGreaterThan(PROGRAMS);
    System.out.println(
        "faults: " + fault + ", seed=" + seed + ", programs=" + PROGRAMS + ", failed=" + struck);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void goesOnAfterADiskThatWasFullAtAnyOperation(boolean toldAtTheSync) {
    long seed = Soak.seed();
    boolean ended = false;
    int n = 1;
    for (; !ended; n += Soak.isOn() ? 1 : 5) {
      assertThat(n).as("operations").isLessThan(OPERATIONS_MAX);
      try {
        Program program =
            new Program(new SimulatedDisk().fullAfter(n, toldAtTheSync), new Random(seed));
        ended = !program.playThroughAFullDisk();
        program.checkBothWays();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("full at operation=" + n + ", -Djournal.seed=" + seed, e);
      }
    }
    System.out.println("full disk: seed=" + seed + ", operations=" + (n - 1));
    assertThat(n).as("operations, seed=%d", seed).isGreaterThan(50);
  }

  /** Commits to a journal on a disk with a fault, and what came of it. */
  private static final class Program {
    private final SimulatedDisk disk;
    private final Random random;
    private final int[] asked = new int[SCRIPTS.size()];
    private final int[] acknowledged = new int[SCRIPTS.size()];

    Program(SimulatedDisk disk, Random random) {
      this.disk = disk;
      this.random = random;
    }

    /** Returns false if all went well, since there are not so many operations. */
    boolean playUntilItFails() {
      EmbeddedJournal journal;
      try {
        journal = EmbeddedJournal.open(disk, DROPPING);
      } catch (JournalException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.ES307);
        return true;
      }
      try (journal) {
        while (!isFinished() && !disk.hasFailed()) {
          commitSome(journal);
          if (random.nextInt(20) == 0) {
            compact(journal, ErrorCode.ES303);
          }
        }
        if (disk.hasFailed()) {
          awaitRefusal(journal);
          for (int i = 0; i < 3; i++) {
            assertThat(code(commit(journal, ASKING))).isEqualTo(ErrorCode.ES303);
          }
          compact(journal, ErrorCode.ES303);
        }
      }
      return disk.hasFailed();
    }

    private void commitSome(EmbeddedJournal journal) {
      List<Integer> runs = new ArrayList<>();
      List<CompletableFuture<Void>> commits = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        int run = random.nextInt(ASKING);
        if (asked[run] < SCRIPTS.get(run).size()) {
          runs.add(run);
          commits.add(commit(journal, run));
        }
      }
      for (int i = 0; i < runs.size(); i++) {
        ErrorCode code = code(commits.get(i));
        if (code == null) {
          acknowledged[runs.get(i)]++;
        } else {
          assertThat(code).isEqualTo(ErrorCode.ES303);
        }
      }
    }

    /** The failure of a thread in the background may take a moment to be known. */
    private void awaitRefusal(EmbeddedJournal journal) {
      long deadline = System.nanoTime() + PATIENCE_NANOS;
      ErrorCode code = code(commit(journal, ASKING));
      while (code == null) {
        acknowledged[ASKING]++;
        assertThat(System.nanoTime()).as("not refused in time").isLessThan(deadline);
        long next = System.nanoTime() + ASK_EVERY_NANOS; // else the committer alone gets the disk
        while (System.nanoTime() < next) {
          Thread.onSpinWait();
        }
        code = code(commit(journal, ASKING));
      }
      assertThat(code).isEqualTo(ErrorCode.ES303);
    }

    private CompletableFuture<Void> commit(EmbeddedJournal journal, int run) {
      return journal.commit(SCRIPTS.get(run).get(asked[run]++));
    }

    private static @Nullable ErrorCode code(CompletableFuture<Void> commit) {
      try {
        commit.join();
        return null;
      } catch (CompletionException e) {
        return ((JournalException) e.getCause()).code();
      }
    }

    private static void compact(EmbeddedJournal journal, ErrorCode allowed) {
      try {
        journal.compact();
      } catch (JournalException e) {
        assertThat(e.code()).isEqualTo(allowed);
      }
    }

    /** Returns false if the disk was never full, since there are not so many operations. */
    boolean playThroughAFullDisk() {
      EmbeddedJournal journal;
      boolean wasFull = false;
      try {
        journal = EmbeddedJournal.open(disk, DROPPING);
      } catch (JournalException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.ES308);
        wasFull = true;
        disk.full(false);
        journal = EmbeddedJournal.open(disk, DROPPING);
      }
      try (EmbeddedJournal each = journal) {
        int refusals = 0;
        while (!isFinished()) {
          int run = random.nextInt(ASKING);
          if (asked[run] < SCRIPTS.get(run).size()) {
            refusals += commitThoughFull(each, run);
          }
          if (random.nextInt(20) == 0) {
            compact(each, ErrorCode.ES308);
          }
        }
        wasFull |= disk.isFull() || refusals > 0;
        disk.full(false);
        compactWithRetry(each);
        Script.check(each, SCRIPTS, acknowledged, mayBeDropped());
      }
      return wasFull;
    }

    /** Commits until it is taken; returns how often it was refused. */
    private int commitThoughFull(EmbeddedJournal journal, int run) {
      Transition next = SCRIPTS.get(run).get(asked[run]++);
      int refusals = 0;
      ErrorCode code = code(journal.commit(next));
      while (code != null) {
        assertThat(code).isEqualTo(ErrorCode.ES308);
        refusals++;
        if (refusals == REFUSALS_MAX) {
          disk.full(false);
        }
        assertThat(refusals).as("refusals").isLessThan(2 * REFUSALS_MAX);
        code = code(journal.commit(next));
      }
      acknowledged[run]++;
      return refusals;
    }

    /** What failed before there was space may be told once more. */
    private static void compactWithRetry(EmbeddedJournal journal) {
      compact(journal, ErrorCode.ES308);
      journal.compact();
    }

    private boolean isFinished() {
      for (int run = 0; run < ASKING; run++) {
        if (asked[run] < SCRIPTS.get(run).size()) {
          return false;
        }
      }
      return true;
    }

    /** What the page cache shows, and what is there once power has failed. */
    void checkBothWays() {
      for (SimulatedDisk left : List.of(disk.copy(), disk.after(Crash.LOSE_ALL, random))) {
        try (EmbeddedJournal journal = EmbeddedJournal.open(left, OPTIONS)) {
          Script.check(journal, SCRIPTS, acknowledged, mayBeDropped());
        }
      }
    }

    private IntPredicate mayBeDropped() {
      return run -> asked[run] == SCRIPTS.get(run).size();
    }
  }
}
