package dev.everstep.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A JVM of its own that says one line, and is killed as soon as it has.
 *
 * @param line what it said
 * @param millis from its start until it said so
 */
record Child(String line, double millis) {

  /** Runs a program of this module. */
  static Child run(Class<?> program, String... arguments) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:auto",
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    program.getName()),
                Stream.of(arguments))
            .toList();
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      if (line == null) {
        throw new IllegalStateException("the child " + command + " said nothing");
      }
      return new Child(line, (System.nanoTime() - begin) / 1e6);
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  /** Says a line, in the child. */
  static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Waits for the end, in the child. */
  static void untilKilled() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
