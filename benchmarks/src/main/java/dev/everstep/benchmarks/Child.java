package dev.everstep.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A JVM of its own that says one line, and is killed as soon as it has.
 *
 * @param line what it said
 * @param millis from its start until it said so
 */
record Child(String line, double millis) {

  /** Runs a program of this module. */
  static Child run(Class<?> program, String... arguments) throws IOException {
    return run(List.of(), System.getProperty("java.class.path"), program, arguments);
  }

  /** The same, with options and another class path. */
  static Child run(List<String> options, String classPath, Class<?> program, String... arguments)
      throws IOException {
    List<String> command = command(options, classPath, program, arguments);
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

  /** Runs a program to its own end, which must be an exit with 0. */
  static void toEnd(List<String> options, String classPath, Class<?> program, String... arguments)
      throws IOException {
    List<String> command = command(options, classPath, program, arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = process.onExit().join().exitValue();
    if (exit != 0) {
      throw new IllegalStateException("the child " + command + " ended with " + exit);
    }
  }

  private static List<String> command(
      List<String> options, String classPath, Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-Xmx1g"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, program.getName()));
    command.addAll(List.of(arguments));
    return command;
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
