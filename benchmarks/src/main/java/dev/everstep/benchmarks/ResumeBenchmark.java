package dev.everstep.benchmarks;

import dev.everstep.Everstep;
import dev.everstep.RunId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * The time from process start to the first call of a resumed step, for runs with more and more
 * finished steps. A child JVM takes a run to its last step but one and is killed there; then a new
 * JVM opens a copy of the directory and says when the step is called. Before each of them, one that
 * opens an empty directory, for comparison.
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
    } else if (args[0].equals("empty")) {
      Everstep.open(Path.of(args[1]));
      say(CALLED);
    } else {
      measure(Path.of(args[0]), Stream.of(args).skip(1).mapToInt(Integer::parseInt).toArray());
    }
  }

  private static void measure(Path directory, int[] counts) throws IOException {
    Files.createDirectories(directory);
    for (int steps : counts) {
      Path data = Files.createTempDirectory(directory, "data-" + steps + "-");
      child("hold", data.toString(), String.valueOf(steps));
      double[] empty = new double[ROUNDS];
      double[] resumed = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        empty[round] = child("empty", Files.createTempDirectory(directory, "empty-").toString());
        Path copy = Files.createTempDirectory(directory, "copy-");
        copy(data, copy);
        resumed[round] = child("resume", copy.toString());
      }
      System.out.printf(
          Locale.ROOT,
          "finished steps %7d: first resumed step after %6.0f ms, empty directory open after %6.0f"
              + " ms (medians of %d)%n",
          steps,
          Latencies.median(resumed),
          Latencies.median(empty),
          ROUNDS);
    }
  }

  /** Starts a child JVM, kills it when it says that its function was called; returns the millis. */
  private static double child(String... arguments) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:auto",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ResumeBenchmark.class.getName()),
                Stream.of(arguments))
            .toList();
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      if (!CALLED.equals(line)) {
        throw new IllegalStateException("the child " + command + " said " + line);
      }
      return (System.nanoTime() - begin) / 1e6;
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private static void hold(Path data, int steps) {
    open(data, i -> holdAt(i, steps)).start(new RunId("counter"), Counter::run, steps + 1).result();
  }

  private static void holdAt(int i, int steps) {
    if (i == steps) {
      say(CALLED);
      untilKilled();
    }
  }

  private static void resume(Path data) {
    open(
        data,
        i -> {
          say(CALLED);
          untilKilled();
        });
    untilKilled();
  }

  private static Everstep open(Path data, IntConsumer onCall) {
    return Everstep.builder()
        .directory(data)
        .functions(Ticks.class, () -> new Ticks(onCall))
        .open();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void untilKilled() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  Path target = to.resolve(from.relativize(file).toString());
                  Files.createDirectories(target.getParent());
                  Files.copy(file, target);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
