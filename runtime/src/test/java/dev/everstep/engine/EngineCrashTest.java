package dev.everstep.engine;

import static dev.everstep.engine.EngineHarness.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunStatus;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.trace.TraceEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A run that loses its process at writes of its life still does each step once and ends the same.
 */
class EngineCrashTest {
  private static final List<String> ITEMS = List.of("a", "b", "fails twice", "c", "fails twice d");
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @Test
  void aCrashAtAnyWriteRepeatsNoFinishedStepAndChangesNoResult() throws Exception {
    String undisturbed = run(List.of());
    int writes = lastWrites;

    for (int first = 1; first < writes; first++) {
      assertThat(run(List.of(first))).as("crash before write %d", first).isEqualTo(undisturbed);
    }
  }

  @Test
  void crashesAtSeveralWritesRepeatNoFinishedStepAndChangeNoResult() throws Exception {
    String undisturbed = run(List.of());
    long seed = Long.getLong("everstep.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 60; round++) {
      List<Integer> crashes = new ArrayList<>();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        crashes.add(random.nextInt(1, 8));
      }
      assertThat(run(crashes))
          .as("crashes before writes %s of their processes, -Deverstep.seed=%d", crashes, seed)
          .isEqualTo(undisturbed);
    }
  }

  @Test
  void aCrashAtAnyWriteOfALargeStateChangesNothing() throws Exception {
    results = 3_000;
    aCrashAtAnyWriteRepeatsNoFinishedStepAndChangesNoResult();
  }

  private int lastWrites;

  /** How long the results are. */
  private int results = 1;

  /**
   * Runs the workflow to its end, in as many processes as it takes.
   *
   * @param crashes the n-th process dies before this write of its own
   */
  private String run(List<Integer> crashes) throws Exception {
    try (EngineHarness harness = new EngineHarness(100)) {
      Map<String, Integer> failures = new ConcurrentHashMap<>();
      harness.functions(
          (step, item) -> {
            if (item.startsWith("fails twice") && failures.merge(item, 1, Integer::sum) <= 2) {
              throw new IOException("not yet: " + item);
            }
            return item + "!".repeat(results);
          });
      int process = 0;
      harness.open();
      arm(harness, crashes, process);
      harness.start("Pipeline", ITEMS, PAUSE);
      Head head = harness.journal.head(RUN).orElseThrow();
      while (head.status() == RunStatus.RUNNING) {
        head = next(harness, head);
        if (harness.disk.isDead()) {
          process++;
          harness.open();
          arm(harness, crashes, process);
        } else if (head.wakeAt() != null) {
          harness.clock.advance(Duration.between(harness.clock.instant(), head.wakeAt()));
          harness.engine.lookAtTimers();
        }
      }
      lastWrites = harness.disk.writes();
      checkSteps(harness);
      String result = harness.result();
      // The last element is random by run and position, and the position depends on the crashes.
      return result.substring(0, result.indexOf("end "));
    }
  }

  private static void arm(EngineHarness harness, List<Integer> crashes, int process) {
    if (process < crashes.size()) {
      harness.disk.crashBeforeWrite(crashes.get(process));
    }
  }

  /** Waits until the run waits for time, has ended, or its process is dead. */
  private static Head next(EngineHarness harness, Head before) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < deadline) {
      Head head = harness.journal.head(RUN).orElse(before);
      boolean waits = head.wakeAt() != null && head.wakeAt().isAfter(harness.clock.instant());
      if (harness.disk.isDead() || waits || head.status() != RunStatus.RUNNING) {
        return head;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("nothing happens: " + harness.kinds());
  }

  private static void checkSteps(EngineHarness harness) {
    List<TraceEntry> entries = harness.trace().entries();
    assertThat(entries.stream().map(TraceEntry::seq))
        .isEqualTo(java.util.stream.LongStream.range(0, entries.size()).boxed().toList());
    assertThat(
            entries.stream()
                .filter(entry -> entry.kind() == EntryKind.STEP_COMPLETED)
                .map(entry -> String.valueOf(entry.input())))
        .as("each step is finished once and in order")
        .containsExactly(
            "[\"a\"]", "[\"b\"]", "[\"fails twice\"]", "[\"c\"]", "[\"fails twice d\"]");
    // A key belongs to one step, and all attempts of a step have the same.
    Map<String, String> itemOfKey = new ConcurrentHashMap<>();
    for (String call : harness.calls) {
      String key = call.substring(call.indexOf(" key "));
      String item = call.substring(0, call.indexOf(" attempt "));
      assertThat(itemOfKey.computeIfAbsent(key, unknown -> item)).isEqualTo(item);
    }
  }
}
