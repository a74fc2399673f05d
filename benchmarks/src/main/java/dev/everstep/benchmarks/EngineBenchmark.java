package dev.everstep.benchmarks;

import dev.everstep.Everstep;
import dev.everstep.Run;
import dev.everstep.journal.embedded.EmbeddedJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Durable steps against raw appends with fsync of as many bytes, in the same JVM and in turns,
 * since only ratios of one process on one disk say anything. Latency: from one call of the function
 * to the next in a single run. Throughput: finished steps per second of 64 and of 256 runs at a
 * time.
 */
public final class EngineBenchmark {
  private static final int ROUNDS = 7;
  private static final int RAW_RECORDS = 500;
  private static final int SINGLE_STEPS = 2_000;
  private static final int SHARED_STEPS = 12_800;

  private final Path directory;
  private final CommittedBytes committed = new CommittedBytes();
  private volatile Latencies gaps = new Latencies();
  private long lastCall;

  private EngineBenchmark(Path directory) {
    this.directory = directory;
  }

  /**
   * Runs it.
   *
   * @param args a directory on the disk to measure; it is made, and what the benchmark put into it
   *     stays
   */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args.length == 0 ? "target/engine-benchmark" : args[0]);
    Files.createDirectories(directory);
    new EngineBenchmark(directory).run();
  }

  private void run() throws IOException {
    Path data = Files.createTempDirectory(directory, "data-");
    try (Everstep everstep =
        Everstep.builder()
            .journal(committed.counted(EmbeddedJournal.open(data)))
            .functions(Ticks.class, () -> new Ticks(i -> called()))
            .open()) {
      // Until the compiler of the JVM is done with the paths measured.
      single(everstep, 3 * SINGLE_STEPS);
      shared(everstep, 64, SHARED_STEPS);
      int record = committed.perTransition();
      RawLog.append(directory.resolve("raw.log"), record, RAW_RECORDS, true);

      Figures figures = new Figures(ROUNDS);
      for (int round = 0; round < ROUNDS; round++) {
        Latencies growing =
            RawLog.append(directory.resolve("grow.log"), record, RAW_RECORDS, false);
        Latencies allocated =
            RawLog.append(directory.resolve("raw.log"), record, RAW_RECORDS, true);
        Latencies steps = single(everstep, SINGLE_STEPS);
        double shared64 = shared(everstep, 64, SHARED_STEPS);
        double shared256 = shared(everstep, 256, SHARED_STEPS);
        figures.set(round, "raw append + fsync, growing file: p50, us", growing.micros(0.5));
        figures.set(round, "raw append + fsync, growing file: per second", growing.perSecond());
        figures.set(round, "raw append + fsync, allocated file: p50, us", allocated.micros(0.5));
        figures.set(round, "raw append + fsync, allocated file: per second", allocated.perSecond());
        figures.set(round, "step of a single run: p50, us", steps.micros(0.5));
        figures.set(
            round,
            "  single run, p50: ratio to raw, growing",
            steps.micros(0.5) / growing.micros(0.5));
        figures.set(
            round,
            "  single run, p50: ratio to raw, allocated",
            steps.micros(0.5) / allocated.micros(0.5));
        figures.set(round, "step of a single run: p99, us", steps.micros(0.99));
        figures.set(
            round,
            "  single run, p99: ratio to raw, growing",
            steps.micros(0.99) / growing.micros(0.99));
        figures.set(
            round,
            "  single run, p99: ratio to raw, allocated",
            steps.micros(0.99) / allocated.micros(0.99));
        figures.set(round, "steps per second, 64 runs", shared64);
        figures.set(round, "  64 runs: ratio to raw, growing", shared64 / growing.perSecond());
        figures.set(round, "  64 runs: ratio to raw, allocated", shared64 / allocated.perSecond());
        figures.set(round, "steps per second, 256 runs", shared256);
        figures.set(round, "  256 runs: ratio to raw, growing", shared256 / growing.perSecond());
        figures.set(
            round, "  256 runs: ratio to raw, allocated", shared256 / allocated.perSecond());
      }
      System.out.printf(Locale.ROOT, "medians of %d rounds, %d bytes a record%n", ROUNDS, record);
      figures.print(System.out);
    }
  }

  private void called() {
    long now = System.nanoTime();
    if (lastCall != 0) {
      gaps.add(now - lastCall);
    }
    lastCall = now;
  }

  // One run at a time, so the functions of one after the other: no race on the figures.
  private Latencies single(Everstep everstep, int steps) {
    gaps = new Latencies();
    lastCall = 0;
    everstep.start(Counter::run, steps).result();
    return gaps;
  }

  private double shared(Everstep everstep, int runs, int steps) {
    long begin = System.nanoTime();
    List<Run<Long>> started = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      started.add(everstep.start(Quiet::run, steps / runs));
    }
    started.forEach(Run::result);
    return steps / seconds(begin);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
