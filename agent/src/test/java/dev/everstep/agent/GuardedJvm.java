package dev.everstep.agent;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process under the agent's jar, as an application is. */
record GuardedJvm(int exit, String out, String err) {
  private static final long PATIENCE_SECONDS = 120;

  /** Runs a main class to its end. */
  static GuardedJvm run(List<String> jvm, Class<?> main, String... arguments) throws Exception {
    return start(with(jvm, classPath(), main, arguments));
  }

  /** Runs a main class to its end that calls the agent, whose jar is on its class path. */
  static GuardedJvm runWithJar(List<String> jvm, Class<?> main, String... arguments)
      throws Exception {
    return start(with(jvm, classPath() + File.pathSeparator + jar(), main, arguments));
  }

  private static List<String> with(
      List<String> jvm, String classPath, Class<?> main, String... arguments) {
    List<String> all = new ArrayList<>(jvm);
    all.addAll(List.of("-cp", classPath, main.getName()));
    all.addAll(List.of(arguments));
    return all;
  }

  /** Runs a JVM with these arguments to its end. */
  static GuardedJvm start(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(arguments);
    Path out = Files.createTempFile("guarded", ".out");
    Path err = Files.createTempFile("guarded", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still runs: " + command + "\n" + Files.readString(err));
      }
      return new GuardedJvm(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  /** Returns the option that puts the agent in place. */
  static String agent(String options) {
    return "-javaagent:" + jar() + (options.isEmpty() ? "" : "=" + options);
  }

  /** Returns the jar that the build has made. */
  static Path jar() {
    return Path.of(System.getProperty("everstep.agent.jar"));
  }

  /** Returns this test's class path without what is in the jar. */
  static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(
            entry ->
                !entry.endsWith(Path.of("agent", "target", "classes").toString())
                    && !entry.matches(".*everstep-agent-[^/]*\\.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
