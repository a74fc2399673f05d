package dev.everstep.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What the agent costs: {@link GuardedWork} by JMH, and the start of a program that loads 5,000
 * classes, in the CPU time of its main thread. Each with and without the agent in turns; the least
 * of all rounds counts, which other work on the machine disturbs the least.
 */
public final class GuardBenchmark {
  private static final int CLASSES = 5_000;
  private static final int BATCHES = 500;

  private GuardBenchmark() {}

  /**
   * Runs it.
   *
   * @param args the agent's jar, and the number of rounds
   */
  public static void main(String[] args) throws IOException, RunnerException {
    String agent = "-javaagent:" + args[0];
    int rounds = Integer.parseInt(args[1]);
    Map<String, Double> figures = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      start(figures, "start, main only, without the agent, CPU ms", 0, List.of());
      start(figures, "start, main only, with the agent, CPU ms", 0, List.of(agent));
      start(figures, "start, 5,000 classes, without the agent, CPU ms", CLASSES, List.of());
      start(figures, "start, 5,000 classes, with the agent, CPU ms", CLASSES, List.of(agent));
      start(figures, "start, 5,000 classes, agent off, CPU ms", CLASSES, List.of(agent + "=off"));
      loop(figures, "mixed loop, without the agent, CPU ns", List.of());
      loop(figures, "mixed loop, with the agent, CPU ns", List.of(agent));
    }
    for (int round = 0; round < rounds; round++) {
      measure(figures, "without", List.of());
      measure(figures, "with", List.of(agent));
    }
    figures.forEach(
        (name, figure) -> System.out.printf(Locale.ROOT, "%-52s %10.2f%n", name, figure));
  }

  private static void measure(Map<String, Double> figures, String how, List<String> jvm)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(GuardedWork.class.getSimpleName())
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.milliseconds(400))
            .measurementIterations(3)
            .measurementTime(TimeValue.milliseconds(400))
            .verbosity(VerboseMode.SILENT)
            .jvmArgsAppend(jvm.toArray(String[]::new));
    for (RunResult result : new Runner(options.build()).run()) {
      String name =
          result.getPrimaryResult().getLabel()
              + ", "
              + result.getParams().getParam("where")
              + ", "
              + how
              + " the agent, ns";
      least(figures, name, result.getPrimaryResult().getStatistics().getPercentile(50));
    }
  }

  private static void start(Map<String, Double> figures, String name, int classes, List<String> jvm)
      throws IOException {
    List<String> all = new ArrayList<>(jvm);
    all.add("-XX:TieredStopAtLevel=1");
    process(figures, name, ManyClasses.class, classes, all);
  }

  private static void loop(Map<String, Double> figures, String name, List<String> jvm)
      throws IOException {
    process(figures, name, MixedLoop.class, BATCHES, jvm);
  }

  private static void process(
      Map<String, Double> figures, String name, Class<?> main, int count, List<String> jvm)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(main.getName(), String.valueOf(count)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = in.readLine();
      if (line == null || !line.startsWith(count + " ")) {
        throw new IOException("not " + count + ": " + line);
      }
      least(figures, name, Double.parseDouble(line.split(" ")[1]));
    }
  }

  private static void least(Map<String, Double> figures, String name, double figure) {
    figures.merge(name, figure, Math::min);
  }
}
