package dev.everstep.benchmarks;

import dev.everstep.Everstep;
import dev.everstep.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * The time from process start to the first call of a resumed step, for runs with more and more
 * finished steps. A child JVM takes a run to its last step but one and is killed there; then a new
 * JVM opens a copy of the directory and says when the step is called. In each round before them,
 * one that opens an empty directory, for comparison; last the first run again, by a JVM that maps
 * its classes from a class-data archive.
 */
public final class ResumeBenchmark {
  private static final int ROUNDS = 9;
  private static final String CALLED = "called";

  private ResumeBenchmark() {}

  /**
   * Runs it.
   *
   * @param args a directory on the disk to measure, then the numbers of finished steps
   */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("hold")) {
      hold(Path.of(args[1]), Integer.parseInt(args[2]));
    } else if (args[0].equals("resume")) {
      resume(Path.of(args[1]));
    } else if (args[0].equals("archive")) {
      open(Path.of(args[1]), i -> System.exit(0));
      Child.untilKilled();
    } else if (args[0].equals("empty")) {
      Everstep.open(Path.of(args[1]));
      Child.say(CALLED);
    } else {
      measure(Path.of(args[0]), Stream.of(args).skip(1).mapToInt(Integer::parseInt).toArray());
    }
  }

  private static void measure(Path directory, int[] counts) throws IOException {
    Files.createDirectories(directory);
    List<Path> held = new ArrayList<>();
    for (int steps : counts) {
      Path data = Files.createTempDirectory(directory, "data-" + steps + "-");
      child("hold", data.toString(), String.valueOf(steps));
      held.add(data);
    }
    String jars = Directories.jars(System.getProperty("java.class.path"), directory);
    Path archive = archive(directory, jars, held.get(0));
    double[] empty = new double[ROUNDS];
    double[] archived = new double[ROUNDS];
    double[][] resumed = new double[counts.length][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      empty[round] = child("empty", Files.createTempDirectory(directory, "empty-").toString());
      for (int i = 0; i < counts.length; i++) {
        Path copy = copy(held.get(i), directory);
        resumed[i][round] = child("resume", copy.toString());
      }
      Path copy = copy(held.get(0), directory);
      List<String> mapped = List.of("-XX:SharedArchiveFile=" + archive);
      archived[round] =
          called(Child.run(mapped, jars, ResumeBenchmark.class, "resume", copy.toString()));
    }
    for (int i = 0; i < counts.length; i++) {
      System.out.printf(
          Locale.ROOT,
          "finished steps %7d: first resumed step after %6.0f ms, ratio to the first line %.2f%n",
          counts[i],
          Latencies.median(resumed[i]),
          Latencies.median(resumed[i]) / Latencies.median(resumed[0]));
    }
    System.out.printf(
        Locale.ROOT,
        "finished steps %7d, classes from an archive: first resumed step after %6.0f ms%n",
        counts[0],
        Latencies.median(archived));
    System.out.printf(
        Locale.ROOT,
        "empty directory: open after %6.0f ms (medians of %d)%n",
        Latencies.median(empty),
        ROUNDS);
  }

  /** Runs this program in another JVM until its function is called; returns the millis. */
  private static double child(String... arguments) throws IOException {
    return called(Child.run(ResumeBenchmark.class, arguments));
  }

  private static double called(Child child) {
    if (!child.line().equals(CALLED)) {
      throw new IllegalStateException("a child said " + child.line());
    }
    return child.millis();
  }

  private static Path copy(Path held, Path directory) throws IOException {
    Path copy = Files.createTempDirectory(directory, "copy-");
    Directories.copy(held, copy);
    return copy;
  }

  /** Writes an archive of the classes that a resumed run needs. */
  private static Path archive(Path directory, String jars, Path held) throws IOException {
    Path file = Files.createTempDirectory(directory, "archive-").resolve("classes.jsa");
    Child.toEnd(
        List.of("-XX:ArchiveClassesAtExit=" + file),
        jars,
        ResumeBenchmark.class,
        "archive",
        copy(held, directory).toString());
    return file;
  }

  private static void hold(Path data, int steps) {
    open(data, i -> holdAt(i, steps)).start(new RunId("counter"), Counter::run, steps + 1).result();
  }

  private static void holdAt(int i, int steps) {
    if (i == steps) {
      Child.say(CALLED);
      Child.untilKilled();
    }
  }

  private static void resume(Path data) {
    open(
        data,
        i -> {
          Child.say(CALLED);
          Child.untilKilled();
        });
    Child.untilKilled();
  }

  private static Everstep open(Path data, IntConsumer onCall) {
    return Everstep.builder()
        .directory(data)
        .functions(Ticks.class, () -> new Ticks(onCall))
        .open();
  }
}
