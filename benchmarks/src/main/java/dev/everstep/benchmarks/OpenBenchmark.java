package dev.everstep.benchmarks;

import dev.everstep.Everstep;
import dev.everstep.journal.Transition;
import dev.everstep.journal.embedded.EmbeddedJournal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How long a directory takes to open, and what it takes of the memory. First one with 1,000,000
 * checkpoints, of runs of 20 that have finished: after a clean close, and after its process was
 * killed. Then one with 1,000,000 runs that wait for a timer. Each opening is the first of a new
 * JVM; the time is that of {@code open} alone.
 */
public final class OpenBenchmark {
  private static final int ROUNDS = 5;
  private static final int COUNT = 1_000_000;
  private static final int RUN_TRANSITIONS = 20;
  private static final int IN_FLIGHT = 4096;
  private static final int COLLECTIONS = 4;

  private OpenBenchmark() {}

  /**
   * Runs it.
   *
   * @param args a directory on the disk to measure; it is made, and what the benchmark put into it
   *     stays
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 2) {
      child(args[0], Path.of(args[1]));
      return;
    }
    Path directory = Path.of(args[0]);
    Files.createDirectories(directory);
    checkpoints(directory);
    parked(directory);
  }

  private static void child(String what, Path data) {
    switch (what) {
      case "load" -> load(data);
      case "park" -> park(data);
      case "open" -> open(data);
      case "hold" -> hold(data);
      default -> throw new IllegalArgumentException(what);
    }
  }

  private static void checkpoints(Path directory) throws IOException {
    Path data = Files.createTempDirectory(directory, "checkpoints-");
    Child loaded = Child.run(OpenBenchmark.class, "load", data.toString());
    say("%,d checkpoints committed in %.1f s%n", COUNT, loaded.millis() / 1e3);
    double[] killed = new double[ROUNDS];
    double[] clean = new double[ROUNDS];
    double[] empty = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Path copy = Files.createTempDirectory(directory, "copy-");
      Directories.copy(data, copy);
      killed[round] = millisToOpen(copy);
      clean[round] = millisToOpen(copy);
      empty[round] = millisToOpen(Files.createTempDirectory(directory, "empty-"));
    }
    say(
        "%,d checkpoints, %,.0f MB: open after %.0f ms when killed, after %.0f ms when closed; an"
            + " empty directory after %.0f ms (medians of %d)%n",
        COUNT,
        Directories.bytes(data) / 1e6,
        Latencies.median(killed),
        Latencies.median(clean),
        Latencies.median(empty),
        ROUNDS);
  }

  private static double millisToOpen(Path data) throws IOException {
    return Double.parseDouble(Child.run(OpenBenchmark.class, "open", data.toString()).line());
  }

  private static void parked(Path directory) throws IOException {
    Path data = Files.createTempDirectory(directory, "parked-");
    Child loaded = Child.run(OpenBenchmark.class, "park", data.toString());
    say("%,d parked runs committed in %.1f s%n", COUNT, loaded.millis() / 1e3);
    double[] millis = new double[ROUNDS];
    double[] heap = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Held empty = held(Files.createTempDirectory(directory, "empty-"));
      Held full = held(data);
      millis[round] = full.millis();
      heap[round] = (double) (full.heap() - empty.heap()) / COUNT;
    }
    say(
        "%,d parked runs, %,.0f MB: open after %.0f ms, %.0f bytes of heap each (medians of %d)%n",
        COUNT,
        Directories.bytes(data) / 1e6,
        Latencies.median(millis),
        Latencies.median(heap),
        ROUNDS);
  }

  /** What an engine holds of a directory: how long it took to open, bytes of heap. */
  private record Held(double millis, long heap) {}

  private static Held held(Path data) throws IOException {
    String[] said = Child.run(OpenBenchmark.class, "hold", data.toString()).line().split(" ");
    return new Held(Double.parseDouble(said[0]), Long.parseLong(said[1]));
  }

  // The children.

  /** Is killed with the journal open. */
  private static void load(Path data) {
    commit(
        EmbeddedJournal.open(data),
        () -> SampleRun.whole(RUN_TRANSITIONS),
        COUNT / RUN_TRANSITIONS);
    Child.say("loaded");
    Child.untilKilled();
  }

  private static void park(Path data) {
    try (EmbeddedJournal journal = EmbeddedJournal.open(data)) {
      commit(journal, () -> List.of(SampleRun.parked()), COUNT);
    }
    Child.say("parked");
  }

  private static void commit(EmbeddedJournal journal, Supplier<List<Transition>> runs, int count) {
    Load.commit(
        journal, Stream.generate(runs).limit(count).flatMap(List::stream).iterator(), IN_FLIGHT);
  }

  private static void open(Path data) {
    long begin = System.nanoTime();
    EmbeddedJournal journal = EmbeddedJournal.open(data);
    double millis = (System.nanoTime() - begin) / 1e6;
    journal.close();
    Child.say(String.valueOf(millis));
  }

  private static void hold(Path data) {
    long begin = System.nanoTime();
    Everstep everstep = Everstep.open(data);
    double millis = (System.nanoTime() - begin) / 1e6;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    everstep.close();
    Child.say(millis + " " + heap);
  }

  private static void say(String format, Object... figures) {
    System.out.printf(Locale.ROOT, format, figures);
  }
}
