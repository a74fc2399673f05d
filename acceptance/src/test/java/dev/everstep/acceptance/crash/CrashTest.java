package dev.everstep.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;
import dev.everstep.acceptance.ChildJvm;
import dev.everstep.acceptance.crash.Effects.Effect;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In each round a process that advances sixteen runs of ten steps, half of them in nested calls, is
 * killed with SIGKILL at random moments, and restarted until all runs have finished. After each
 * death:
 *
 * <ol>
 *   <li>A step is in the journal if the next one has begun: nothing acts on a result that is not
 *       durable.
 *   <li>A step that was in the journal after an earlier death has no further effect: a finished
 *       step never runs again.
 *   <li>All effects of a step have one idempotency key, and no two steps share one.
 *   <li>A step has at most one effect for each process in which it was in flight.
 * </ol>
 *
 * At the end every step has its effect, and every result is the one of plain Java.
 */
class CrashTest {
  private static final int ROUNDS = Integer.getInteger("everstep.crash.rounds", 30);

  private static final int KILLS_MAX = 2;

  /** One kill in so many falls into the start of a process, the others into its work. */
  private static final int EARLY_ONE_IN = 4;

  private static final int EARLY_MILLIS_MAX = 400;
  private static final int WORK_NANOS_MAX = 4_000_000;
  private static final long POLL_NANOS = 500_000;

  /** About as many bytes as most of the effects take. */
  private static final int EFFECTS_BYTES = CrashedProcess.RUNS * TenSteps.STEPS * 15;

  @Test
  void finishesEveryRunWithoutRepeatingAFinishedStep(@TempDir Path directory) throws Exception {
    long seed = Long.getLong("everstep.crash.seed", System.nanoTime());
    System.out.println("crash test: -Deverstep.crash.seed=" + seed);
    Random seeds = new Random(seed); // seeds in a row would give rounds that are alike
    int rounds = 0;
    int kills = 0;
    int repeated = 0;
    for (int attempt = 0; rounds < ROUNDS; attempt++) {
      Round round = new Round(directory.resolve("round-" + attempt), new Random(seeds.nextLong()));
      try {
        round.play();
      } catch (AssertionError | JournalException e) {
        throw new AssertionError("attempt " + attempt + ", -Deverstep.crash.seed=" + seed, e);
      }
      // Where all processes were faster than their kill, nothing was tested.
      rounds += round.kills > 0 ? 1 : 0;
      kills += round.kills;
      repeated += round.effects().size() - CrashedProcess.RUNS * TenSteps.STEPS;
      assertThat(attempt).as("attempts for %s rounds with a kill", rounds).isLessThan(2 * ROUNDS);
    }
    System.out.println(
        "crash test: rounds="
            + rounds
            + ", kills="
            + kills
            + ", effects repeated by steps in flight="
            + repeated);
  }

  /** One data directory, from the first start to the last result. */
  private static final class Round {
    private final Path data;
    private final Path file;
    private final Random random;
    private final Map<Step, Long> effectsWhenFinished = new HashMap<>();
    private int kills;

    Round(Path directory, Random random) throws IOException {
      Files.createDirectories(directory);
      data = directory.resolve("data");
      file = directory.resolve("effects");
      this.random = random;
    }

    void play() throws IOException, InterruptedException {
      int killsWanted = 1 + random.nextInt(KILLS_MAX);
      boolean finished = false;
      while (!finished) {
        finished = runProcess(kills < killsWanted);
        checkEffects();
      }
    }

    /** Runs a process to its end, or kills it; returns whether it came to its end. */
    private boolean runProcess(boolean kill) throws IOException, InterruptedException {
      try (ChildJvm process =
          ChildJvm.start(CrashedProcess.class, List.of(data.toString(), file.toString()))) {
        assertThat(process.readLine()).as(process.err()).isEqualTo(CrashedProcess.READY);
        if (kill && !endsBeforeRandomMoment(process)) {
          process.kill();
          kills++;
          return false;
        }
        checkResults(process.readAll());
        assertThat(process.awaitExit()).as(process.err()).isZero();
        return true;
      }
    }

    /** Waits for a random time, or for random progress and a little more. */
    private boolean endsBeforeRandomMoment(ChildJvm process)
        throws IOException, InterruptedException {
      if (random.nextInt(EARLY_ONE_IN) == 0) {
        return process.endsWithin(random.nextInt(EARLY_MILLIS_MAX) * 1_000_000L);
      }
      long from = size(file);
      long until = from + 1 + random.nextInt((int) Math.max(1, EFFECTS_BYTES - from));
      while (size(file) < until) {
        if (process.endsWithin(POLL_NANOS)) {
          return true;
        }
      }
      return process.endsWithin(random.nextInt(WORK_NANOS_MAX));
    }

    private static long size(Path file) throws IOException {
      return Files.exists(file) ? Files.size(file) : 0;
    }

    private static void checkResults(String printed) {
      Map<String, String> results = new TreeMap<>();
      Map<String, String> expected = new TreeMap<>();
      for (String line : printed.split("\n")) {
        results.put(line.split(" ")[0], line.split(" ")[1]);
      }
      for (int number = 0; number < CrashedProcess.RUNS; number++) {
        expected.put(CrashedProcess.id(number), Long.toString(TenSteps.expected(number)));
      }
      assertThat(results).isEqualTo(expected);
    }

    List<Effect> effects() throws IOException {
      return Effects.read(file);
    }

    private void checkEffects() throws IOException {
      Map<Step, Long> counts = new HashMap<>();
      Map<Step, Set<String>> keysByStep = new HashMap<>();
      Map<String, Step> stepByKey = new HashMap<>();
      for (Effect effect : effects()) {
        Step step = new Step(effect.run(), effect.index());
        counts.merge(step, 1L, Long::sum);
        keysByStep.computeIfAbsent(step, s -> new HashSet<>()).add(effect.key());
        Step other = stepByKey.putIfAbsent(effect.key(), step);
        assertThat(other == null || other.equals(step))
            .as("%s and %s have the key %s", step, other, effect.key())
            .isTrue();
      }
      keysByStep.forEach((step, keys) -> assertThat(keys).as("keys of %s", step).hasSize(1));
      counts.forEach(
          (step, count) ->
              assertThat(count).as("effects of %s", step).isLessThanOrEqualTo(kills + 1L));

      Set<Step> finished = finishedSteps();
      for (Step step : counts.keySet()) {
        if (step.index() > 0) {
          assertThat(finished)
              .as("%s has begun, so the step before it is in the journal", step)
              .contains(new Step(step.run(), step.index() - 1));
        }
      }
      for (Step step : finished) {
        long count = counts.getOrDefault(step, 0L);
        assertThat(count).as("effects of the finished %s", step).isPositive();
        Long before = effectsWhenFinished.putIfAbsent(step, count);
        if (before != null) {
          assertThat(count).as("effects of %s, finished before the crash", step).isEqualTo(before);
        }
      }
      effectsWhenFinished.forEach((step, count) -> assertThat(finished).contains(step));
    }

    private Set<Step> finishedSteps() {
      Set<Step> finished = new HashSet<>();
      if (!Files.isDirectory(data)) {
        return finished;
      }
      try (Journal journal = EmbeddedJournal.openReadOnly(data)) {
        for (int number = 0; number < CrashedProcess.RUNS; number++) {
          RunId run = new RunId(CrashedProcess.id(number));
          Trace.read(journal, run)
              .ifPresent(
                  trace -> {
                    long steps =
                        trace.entries().stream()
                            .filter(entry -> entry.kind() == EntryKind.STEP_COMPLETED)
                            .count();
                    for (int index = 0; index < steps; index++) {
                      finished.add(new Step(run.value(), index));
                    }
                  });
        }
      } catch (JournalException e) {
        if (e.code() != ErrorCode.ES313) { // killed before there was a journal
          throw e;
        }
      }
      return finished;
    }
  }

  private record Step(String run, int index) {}
}
