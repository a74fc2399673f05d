package dev.everstep.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.everstep.verify.Determinism;
import dev.everstep.verify.Report;
import dev.everstep.verify.Request;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the static check costs: the probes' bodies on a class path of more than a hundred jars, in a
 * process of its own each time. Without a cache, with an empty one that it fills, and with that
 * one. Time is from the start of the JVM.
 */
public final class VerifyBenchmark {
  private VerifyBenchmark() {}

  /**
   * Runs it.
   *
   * @param args the classes to check, a class path, a directory to write to, rounds
   */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("check")) {
      check(args[1], args[2], args.length > 3 ? Path.of(args[3]) : null);
      return;
    }
    Files.createDirectories(Path.of(args[2]));
    Path directory = Files.createTempDirectory(Path.of(args[2]), "verify-");
    int rounds = Integer.parseInt(args[3]);
    Figures figures = new Figures(rounds);
    for (int round = 0; round < rounds; round++) {
      String cache = directory.resolve("cache-" + round).toString();
      run(figures, round, "no cache", args[0], args[1]);
      run(figures, round, "cache filled", args[0], args[1], cache);
      run(figures, round, "cached", args[0], args[1], cache);
    }
    figures.print(System.out);
  }

  private static void run(Figures figures, int round, String name, String... arguments)
      throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    VerifyBenchmark.class.getName(),
                    "check"),
                Arrays.stream(arguments))
            .toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = in.readLine();
      if (line == null) {
        throw new IOException("the check failed: " + name);
      }
      String[] numbers = line.split(" ");
      figures.set(round, name + ", s", Double.parseDouble(numbers[0]));
      figures.set(round, name + ", CPU s", Double.parseDouble(numbers[1]));
      figures.set(round, name + ", classes read", Double.parseDouble(numbers[2]));
      figures.set(round, name + ", findings", Double.parseDouble(numbers[3]));
      figures.set(round, "archives", Double.parseDouble(numbers[4]));
      figures.set(round, "bodies", Double.parseDouble(numbers[5]));
    }
  }

  private static void check(String classes, String classPath, @Nullable Path cache) {
    List<Path> path = Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
    Report report =
        Determinism.check(
            Request.of(List.of(Path.of(classes))).withClassPath(path).withCache(cache));
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%.3f %.3f %d %d %d %d%n",
        (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3,
        system.getProcessCpuTime() / 1e9,
        report.counts().classesRead(),
        report.findings().size(),
        report.counts().archives(),
        report.counts().bodies());
  }
}
