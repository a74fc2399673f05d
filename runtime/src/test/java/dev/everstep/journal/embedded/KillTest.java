package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.journal.Transition;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process again and again, at a random moment, also while it opens. The process
 * writes one byte for each acknowledged transition, the number of its run, to a pipe.
 */
class KillTest {
  static final Options OPTIONS =
      Options.defaults().withSegmentBytes(64 * 1024).withFlushBytes(20_000);
  static final int RUNS = 16;
  private static final int LENGTH = 400;
  private static final int ROUNDS = Soak.rounds(40, 1000);

  /** So many rounds end a directory: a run has no more transitions. */
  private static final int DIRECTORY_ROUNDS = 40;

  @TempDir Path directory;

  static List<List<Transition>> scripts() {
    return Script.many("k", RUNS, LENGTH, 500);
  }

  @Test
  void keepsAllThatAKilledProcessAcknowledged() throws Exception {
    long seed = Soak.seed();
    Random random = new Random(seed);
    int total = 0;
    for (int round = 0; round < ROUNDS; round += DIRECTORY_ROUNDS) {
      int rounds = Math.min(DIRECTORY_ROUNDS, ROUNDS - round);
      total += rounds(directory.resolve("from-" + round), rounds, random, seed);
      System.out.println(
          "kill: seed=" + seed + ", rounds=" + (round + rounds) + ", acknowledged=" + total);
    }
    assertThat(total).as("acknowledged, seed=%d", seed).isGreaterThan(ROUNDS);
  }

  /** Kills processes that write to a new directory; returns how much was acknowledged. */
  private static int rounds(Path directory, int rounds, Random random, long seed) throws Exception {
    List<List<Transition>> scripts = scripts();
    int[] found = new int[RUNS];
    int total = 0;
    EmbeddedJournal.open(directory, OPTIONS).close();
    for (int round = 0; round < rounds; round++) {
      int[] acknowledged = found.clone();
      total += runAndKill(directory, random, round % 5 == 4, acknowledged);
      String as = "-Djournal.seed=" + seed + ", " + directory.getFileName() + ", round=" + round;
      try (EmbeddedJournal reader = EmbeddedJournal.openReadOnly(directory)) {
        found = Script.check(reader, scripts, acknowledged);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(as, e);
      }
    }
    try (EmbeddedJournal journal = EmbeddedJournal.open(directory, OPTIONS)) {
      Script.check(journal, scripts, found);
      if (total > 1000) {
        assertThat(journal.view().tables()).isNotEmpty();
      }
    }
    return total;
  }

  /** Returns how many transitions were acknowledged. */
  private static int runAndKill(Path directory, Random random, boolean early, int[] acknowledged)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KillTestChild.class.getName(),
                directory.toString(),
                Arrays.toString(acknowledged))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int count = 0;
    try (BufferedReader acks = process.inputReader(StandardCharsets.ISO_8859_1)) {
      if (acks.read() != 'o') { // it is about to open
        throw new IOException("the child did not start");
      }
      if (early) {
        killAfter(process, Duration.ofMillis(random.nextInt(400)));
      }
      int enough = 1 + random.nextInt(200);
      for (int run = acks.read(); run >= 0; run = acks.read()) {
        acknowledged[run]++;
        count++;
        if (count == enough) {
          killAfter(process, Duration.ofNanos(random.nextInt(5_000_000)));
        }
      }
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return count;
  }

  // Not Process.destroyForcibly, which closes the pipe with the acknowledgements that are in it.
  private static void killAfter(Process process, Duration delay) {
    CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS)
        .execute(process.toHandle()::destroyForcibly);
  }
}
