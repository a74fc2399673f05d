package dev.everstep.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.everstep.Everstep;
import dev.everstep.Run;
import dev.everstep.journal.Journal;
import dev.everstep.journal.embedded.EmbeddedJournal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Durable steps against raw appends with fsync of as many bytes, in the same JVM and in turns,
 * since only ratios of one process on one disk say anything. Latency: from one call of the function
 * to the next in a single run. Throughput: finished steps per second of 64 and of 256 runs at a
 * time, and of short runs with results of 200 bytes, 256 at a time, against as many threads that
 * each wait for the simplest log that shares an fsync.
 */
public final class EngineBenchmark {
  private static final int ROUNDS = 7;
  private static final int RAW_RECORDS = 500;
  private static final int SINGLE_STEPS = 2_000;
  private static final int SHARED_STEPS = 12_800;
  private static final int COUNTED_STEPS = 200;
  private static final int SHORT_RUNS = 5_120;
  private static final int SHORT_STEPS = 10;
  private static final int SHORT_AT_A_TIME = 256;
  private static final int STARTERS = 16;
  private static final int CEILING_RECORDS = 51_200;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Path directory;
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
    int record = logBytes(COUNTED_STEPS, everstep -> single(everstep, COUNTED_STEPS));
    int shortRecord =
        logBytes(SHORT_STEPS * SHORT_AT_A_TIME, everstep -> shortRuns(everstep, SHORT_AT_A_TIME));
    try (Everstep everstep = open(EmbeddedJournal.open(newDirectory()));
        RawLog growing = RawLog.growing(directory.resolve("grow.log"));
        RawLog allocated = RawLog.allocated(directory.resolve("raw.log"));
        GroupLog group = new GroupLog(RawLog.allocated(directory.resolve("group.log")))) {
      // Until the compiler of the JVM is done with the paths measured.
      single(everstep, 3 * SINGLE_STEPS);
      shared(everstep, 64, SHARED_STEPS);
      for (int i = 0; i < 3; i++) {
        shortRuns(everstep, SHORT_RUNS);
        ceiling(group, shortRecord);
      }
      allocated.append(record, RAW_RECORDS);

      Figures figures = new Figures(ROUNDS);
      for (int round = 0; round < ROUNDS; round++) {
        Latencies grow = growing.append(record, RAW_RECORDS);
        Latencies overwrite = allocated.append(record, RAW_RECORDS);
        Latencies steps = single(everstep, SINGLE_STEPS);
        double shared64 = shared(everstep, 64, SHARED_STEPS);
        double shared256 = shared(everstep, 256, SHARED_STEPS);
        figures.set(round, "raw append + fsync, growing file: p50, us", grow.micros(0.5));
        figures.set(round, "raw append + fsync, growing file: per second", grow.perSecond());
        figures.set(round, "raw append + fsync, allocated file: p50, us", overwrite.micros(0.5));
        figures.set(round, "raw append + fsync, allocated file: per second", overwrite.perSecond());
        figures.set(round, "step of a single run: p50, us", steps.micros(0.5));
        figures.set(
            round,
            "  single run, p50: ratio to raw, growing",
            steps.micros(0.5) / grow.micros(0.5));
        figures.set(
            round,
            "  single run, p50: ratio to raw, allocated",
            steps.micros(0.5) / overwrite.micros(0.5));
        figures.set(round, "step of a single run: p99, us", steps.micros(0.99));
        figures.set(
            round,
            "  single run, p99: ratio to raw, growing",
            steps.micros(0.99) / grow.micros(0.99));
        figures.set(
            round,
            "  single run, p99: ratio to raw, allocated",
            steps.micros(0.99) / overwrite.micros(0.99));
        figures.set(round, "steps per second, 64 runs", shared64);
        figures.set(round, "  64 runs: ratio to raw, growing", shared64 / grow.perSecond());
        figures.set(round, "  64 runs: ratio to raw, allocated", shared64 / overwrite.perSecond());
        figures.set(round, "steps per second, 256 runs", shared256);
        figures.set(round, "  256 runs: ratio to raw, growing", shared256 / grow.perSecond());
        figures.set(
            round, "  256 runs: ratio to raw, allocated", shared256 / overwrite.perSecond());
        shortRuns(round, figures, everstep, group, shortRecord);
      }
      System.out.printf(
          Locale.ROOT,
          "medians of %d rounds, %d bytes a record; %d for a step of a short run%n",
          ROUNDS,
          record,
          shortRecord);
      figures.print(System.out);
    }
  }

  private void shortRuns(
      int round, Figures figures, Everstep everstep, GroupLog group, int record) {
    double ceiling = ceiling(group, record);
    long cpu = SYSTEM.getProcessCpuTime();
    double steps = shortRuns(everstep, SHORT_RUNS);
    double cpuNanos = SYSTEM.getProcessCpuTime() - cpu;
    figures.set(round, "group-commit ceiling, 256 threads: per second", ceiling);
    figures.set(round, "steps per second, 256 short runs", steps);
    figures.set(round, "  256 short runs: ratio to the ceiling", steps / ceiling);
    figures.set(
        round, "  256 short runs: CPU per step, us", cpuNanos / 1e3 / SHORT_RUNS / SHORT_STEPS);
  }

  private static double ceiling(GroupLog group, int record) {
    List<byte[]> each = Collections.nCopies(CEILING_RECORDS / SHORT_AT_A_TIME, new byte[record]);
    return Writers.perSecond(Collections.nCopies(SHORT_AT_A_TIME, each), group::append);
  }

  /** Returns what the log holds for each step of some runs. */
  private int logBytes(int steps, Consumer<Everstep> runs) throws IOException {
    CommittedBytes committed = new CommittedBytes();
    try (Everstep everstep = open(committed.counted(EmbeddedJournal.open(newDirectory())))) {
      runs.accept(everstep);
    }
    return (int) (committed.logBytes() / steps);
  }

  private Path newDirectory() throws IOException {
    return Files.createTempDirectory(directory, "data-");
  }

  private Everstep open(Journal journal) {
    return Everstep.builder()
        .journal(journal)
        .functions(Ticks.class, () -> new Ticks(i -> called()))
        .open();
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

  /** Runs short runs, as many at a time as promised: a thread starts one when one has ended. */
  private double shortRuns(Everstep everstep, int runs) {
    long begin = System.nanoTime();
    List<CompletableFuture<Void>> starters = new ArrayList<>();
    for (int i = 0; i < STARTERS; i++) {
      CompletableFuture<Void> end = new CompletableFuture<>();
      starters.add(end);
      new Thread(
              () -> {
                try {
                  startInTurn(everstep, runs / STARTERS, SHORT_AT_A_TIME / STARTERS);
                  end.complete(null);
                } catch (RuntimeException e) {
                  end.completeExceptionally(e);
                }
              })
          .start();
    }
    starters.forEach(CompletableFuture::join);
    return runs * SHORT_STEPS / seconds(begin);
  }

  private static void startInTurn(Everstep everstep, int runs, int atATime) {
    ArrayDeque<Run<Integer>> running = new ArrayDeque<>();
    for (int i = 0; i < runs; i++) {
      if (running.size() == atATime) {
        running.remove().result();
      }
      running.add(everstep.start(Texts::run, SHORT_STEPS));
    }
    running.forEach(Run::result);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
