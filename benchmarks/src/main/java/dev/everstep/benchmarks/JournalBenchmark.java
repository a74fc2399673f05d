package dev.everstep.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Transition;
import dev.everstep.journal.embedded.EmbeddedJournal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The embedded journal without an engine, against loops that write as many bytes in the same JVM,
 * in turns. Latency: one commit after the other, against an append and an fsync of each record.
 * Throughput: threads that each wait for their own commit, against as many that wait for the
 * simplest log that shares an fsync, and against appends of one record of each without threads.
 * Last, what a journal under load writes for each step, with all that happens later in the
 * background.
 */
public final class JournalBenchmark {
  private static final int ROUNDS = 5;
  private static final int WARM_UPS = 3;
  private static final int SINGLE_PARTS = 20;
  private static final int SINGLE_PART = 50;
  private static final int SHARED = 25_600;
  private static final int LOADED_RUNS = 30_000;
  private static final int RUN_TRANSITIONS = 20;
  private static final int IN_FLIGHT = 512;
  private static final int LOOK_MILLIS = 20;
  private static final int LOOKS_MAX = 250;

  private final Path directory;
  private final int record = SampleRun.logBytes(new SampleRun().next());

  private JournalBenchmark(Path directory) {
    this.directory = directory;
  }

  /**
   * Runs it.
   *
   * @param args a directory on the disk to measure; it is made, and what the benchmark put into it
   *     stays
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Path.of(args[0]);
    Files.createDirectories(directory);
    JournalBenchmark benchmark = new JournalBenchmark(directory);
    benchmark.measureTimes();
    benchmark.measureBytes();
  }

  private void measureTimes() throws IOException, InterruptedException {
    Figures figures = new Figures(ROUNDS);
    try (EmbeddedJournal journal =
            EmbeddedJournal.open(Files.createTempDirectory(directory, "data-"));
        RawLog growing = RawLog.growing(directory.resolve("grow.log"));
        RawLog allocated = RawLog.allocated(directory.resolve("raw.log"));
        GroupLog group = new GroupLog(RawLog.allocated(directory.resolve("group.log")))) {
      for (int round = -WARM_UPS; round < ROUNDS; round++) {
        Figures kept = round < 0 ? new Figures(1) : figures;
        int at = Math.max(0, round);
        single(at, kept, journal, growing, allocated);
        shared(at, kept, 64, journal, allocated, group);
        shared(at, kept, 512, journal, allocated, group);
      }
    }
    System.out.printf(Locale.ROOT, "medians of %d rounds, %d bytes a record%n", ROUNDS, record);
    figures.print(System.out);
  }

  private void single(int round, Figures figures, Journal journal, RawLog growing, RawLog allocated)
      throws IOException {
    Latencies grow = new Latencies();
    Latencies overwrite = new Latencies();
    Latencies commit = new Latencies();
    SampleRun run = new SampleRun();
    for (int part = 0; part < SINGLE_PARTS; part++) {
      growing.append(record, SINGLE_PART, grow);
      allocated.append(record, SINGLE_PART, overwrite);
      for (int i = 0; i < SINGLE_PART; i++) {
        Transition transition = run.next();
        long begin = System.nanoTime();
        journal.commit(transition).join();
        commit.add(System.nanoTime() - begin);
      }
    }
    journal.commit(run.last()).join();
    for (double q : new double[] {0.5, 0.99}) {
      String name = q == 0.5 ? "p50" : "p99";
      figures.set(round, "raw append + fsync, growing file: " + name + ", us", grow.micros(q));
      figures.set(
          round, "raw append + fsync, allocated file: " + name + ", us", overwrite.micros(q));
      figures.set(round, "single commit: " + name + ", us", commit.micros(q));
      figures.set(round, "  ratio to raw, growing", name, commit.micros(q) / grow.micros(q));
      figures.set(round, "  ratio to raw, allocated", name, commit.micros(q) / overwrite.micros(q));
    }
  }

  private void shared(
      int round, Figures figures, int threads, Journal journal, RawLog allocated, GroupLog group)
      throws IOException, InterruptedException {
    int each = SHARED / threads;
    List<List<byte[]>> records =
        Collections.nCopies(threads, Collections.nCopies(each, new byte[record]));
    List<List<Transition>> runs =
        IntStream.range(0, threads).mapToObj(i -> SampleRun.whole(each)).toList();
    double batches = allocated.append(threads * record, each).perSecond() * threads;
    double ceiling = Writers.perSecond(records, group::append);
    double commits = Writers.perSecond(runs, journal::commit);
    untilIdle(); // what the journal does later must not slow down what it is compared with
    String name = threads + " threads";
    figures.set(round, "raw batches, " + name + "' records: per second", batches);
    figures.set(round, "group-commit ceiling, " + name + ": per second", ceiling);
    figures.set(round, "commits, " + name + ": per second", commits);
    figures.set(round, "  ratio to the ceiling", name, commits / ceiling);
    figures.set(round, "  ratio to raw batches", name, commits / batches);
  }

  /** Waits until this process hardly uses the processor. */
  private static void untilIdle() throws InterruptedException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long used = system.getProcessCpuTime();
    for (int look = 0; look < LOOKS_MAX; look++) {
      Thread.sleep(LOOK_MILLIS);
      long now = system.getProcessCpuTime();
      if (now - used < LOOK_MILLIS * 1_000_000L / 10) {
        return;
      }
      used = now;
    }
  }

  private void measureBytes() throws IOException, InterruptedException {
    if (!Files.exists(WrittenBytes.COUNTERS)) {
      System.out.println("bytes written: not measured, there is no " + WrittenBytes.COUNTERS);
      return;
    }
    CommittedBytes committed = new CommittedBytes();
    Path data = Files.createTempDirectory(directory, "written-");
    WrittenBytes written = WrittenBytes.begin(data);
    Journal embedded = EmbeddedJournal.open(data);
    long begin = System.nanoTime();
    try (Journal journal = committed.counted(embedded)) {
      Stream<Transition> transitions =
          Stream.generate(() -> SampleRun.whole(RUN_TRANSITIONS))
              .limit(LOADED_RUNS)
              .flatMap(List::stream);
      Load.commit(journal, transitions.iterator(), IN_FLIGHT);
      System.out.printf(
          Locale.ROOT,
          "%,d steps of runs with %d each, %d in flight, %,.0f per second%n",
          committed.transitions(),
          RUN_TRANSITIONS,
          IN_FLIGHT,
          committed.transitions() * 1e9 / (System.nanoTime() - begin));
      untilIdle();
    }
    written.end();
    print(committed, written);
  }

  private static void print(CommittedBytes committed, WrittenBytes written) {
    List<String> lines = new ArrayList<>();
    long steps = committed.transitions();
    lines.add(line("payload, bodies and states", committed.bytes(), steps));
    lines.add(line("written in all", written.all(), steps));
    lines.add(line("  records in the log", committed.logBytes(), steps));
    lines.add(line("  tables made of memory", written.flushed(), steps));
    lines.add(line("  tables made of tables", written.merged(), steps));
    long rest = written.all() - committed.logBytes() - written.flushed() - written.merged();
    lines.add(line("  frames, zeros of new segments, manifests", rest, steps));
    lines.forEach(System.out::println);
    System.out.printf(
        Locale.ROOT,
        "written to payload: %.2f; allowed: %.0f bytes a step%n",
        (double) written.all() / committed.bytes(),
        6.0 * committed.bytes() / steps + 300);
  }

  private static String line(String what, long bytes, long steps) {
    return String.format(Locale.ROOT, "%-52s %10.1f bytes a step", what, (double) bytes / steps);
  }
}
