package dev.everstep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.guarded.AttachedProcess;
import dev.everstep.guarded.JudgedProcess;
import dev.everstep.guarded.MockProcess;
import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent beside other agents, in a module, and loaded late: it says the same. */
class BesideOthersTest {
  private static final String EVERY = "7";

  private static List<ProbeRun.Said> alone;

  @TempDir Path directory;

  @BeforeAll
  static void runAlone() throws Exception {
    alone = ProbeRun.of(List.of(GuardedJvm.agent(ProbeRun.STRICT)), EVERY).bodies();
    assertThat(alone).hasSizeGreaterThan(40);
  }

  private static void saysTheSame(List<String> before, List<String> behind) throws Exception {
    List<String> jvm = new ArrayList<>(before);
    jvm.add(GuardedJvm.agent(ProbeRun.STRICT));
    jvm.addAll(behind);

    ProbeRun run = ProbeRun.of(jvm, EVERY);

    assertThat(run.bodies()).isEqualTo(alone);
    assertThat(run.process().err()).doesNotContain("ES60");
  }

  private static List<String> openTelemetry() {
    return List.of(
        "-Dotel.traces.exporter=none",
        "-Dotel.metrics.exporter=none",
        "-Dotel.logs.exporter=none",
        "-javaagent:" + System.getProperty("everstep.agents") + "/opentelemetry.jar");
  }

  private List<String> jacoco() {
    return List.of(
        "-javaagent:"
            + System.getProperty("everstep.agents")
            + "/jacoco.jar=destfile="
            + directory.resolve("jacoco.exec"));
  }

  @Test
  void behindOpenTelemetryAndBeforeJaCoCo() throws Exception {
    saysTheSame(openTelemetry(), jacoco());
  }

  @Test
  void behindJaCoCoAndBeforeOpenTelemetry() throws Exception {
    saysTheSame(jacoco(), openTelemetry());
  }

  @Test
  void twice() throws Exception {
    saysTheSame(List.of(GuardedJvm.agent(ProbeRun.STRICT)), List.of());
  }

  @Test
  void besideMockitoThatAttachesItself() throws Exception {
    GuardedJvm process =
        GuardedJvm.run(
            List.of(GuardedJvm.agent(""), "-XX:+EnableDynamicAgentLoading"), MockProcess.class);

    assertThat(process.out()).isEqualTo("mocked\nforbidden\n");
  }

  @Test
  void besideMockitoAsAnAgentInBothOrders() throws Exception {
    String mockito = "-javaagent:" + System.getProperty("everstep.agents") + "/mockito.jar";
    for (List<String> jvm :
        List.of(List.of(GuardedJvm.agent(""), mockito), List.of(mockito, GuardedJvm.agent("")))) {
      assertThat(GuardedJvm.run(jvm, MockProcess.class).out()).isEqualTo("mocked\nforbidden\n");
    }
  }

  @Test
  void attachedToARunningProcess() throws Exception {
    GuardedJvm process =
        GuardedJvm.runWithJar(List.of("-XX:+EnableDynamicAgentLoading"), AttachedProcess.class);

    assertThat(process.out()).isEqualTo("free\nforbidden java.lang.System#nanoTime()\n");
  }

  @Test
  void asTheLauncherAgentOfAnExecutableJar() throws Exception {
    Path app = directory.resolve("app.jar");
    String classPath =
        Stream.of(
                (GuardedJvm.jar() + File.pathSeparator + GuardedJvm.classPath())
                    .split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, JudgedProcess.class.getName());
    main.put(Attributes.Name.CLASS_PATH, classPath);
    main.putValue("Launcher-Agent-Class", EverstepAgent.class.getName());
    main.putValue("Can-Retransform-Classes", "true");
    new JarOutputStream(Files.newOutputStream(app), manifest).close();

    GuardedJvm process = GuardedJvm.start(List.of("-jar", app.toString(), "exists", "1"));

    assertThat(process.out()).startsWith("forbidden java.nio.file.Files#exists(");
    assertThat(process.err()).isEmpty();
  }

  @Test
  void inANamedModule() throws Exception {
    Path sources = directory.resolve("src");
    Path classes = directory.resolve("classes");
    Files.createDirectories(sources.resolve("app"));
    Files.writeString(sources.resolve("module-info.java"), "module guarded.app {}");
    Files.writeString(sources.resolve("app/Main.java"), IN_A_MODULE);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (var files = javac.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("--release", "17", "-d", classes.toString());
      boolean compiled =
          javac
              .getTask(
                  problems,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjects(
                      sources.resolve("module-info.java"), sources.resolve("app/Main.java")))
              .call();
      assertThat(compiled).as(problems.toString()).isTrue();
    }

    GuardedJvm process =
        GuardedJvm.start(
            List.of(GuardedJvm.agent(""), "-p", classes.toString(), "-m", "guarded.app/app.Main"));

    assertThat(process.out().lines())
        .containsExactly(
            "java.lang.System#nanoTime()",
            "java.time.Instant#now()",
            "java.nio.file.Files#exists(java.nio.file.Path,java.nio.file.LinkOption[])");
    assertThat(process.err()).isEmpty();
    assertThat(Collections.frequency(process.out().lines().toList(), "not guarded")).isZero();
  }

  private static final String IN_A_MODULE =
      """
      package app;

      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.Map;
      import java.util.function.Function;
      import java.util.function.Supplier;
      import java.util.stream.Stream;

      public class Main {
        interface Body { Object run(); }

        static class Bodies {
          static Object clock() { return System.nanoTime(); }
          static Object reference() { return Stream.generate(java.time.Instant::now).limit(1).toList(); }
          static Object file() { return Files.exists(Path.of("x")); }
        }

        public static void main(String[] args) throws Exception {
          Class<?> guard = Class.forName("java.lang.EverstepGuard", true, null);
          Function<Map<String, Object>, Throwable> hook = report -> new Error((String) report.get("call"));
          for (Body body : new Body[] {Bodies::clock, Bodies::reference, Bodies::file}) {
            Object segment = guard.getMethod("enter", Class.class, Function.class).invoke(null, Main.class, hook);
            String said = "not guarded";
            try {
              body.run();
            } catch (Error forbidden) {
              said = forbidden.getMessage();
            } finally {
              guard.getMethod("leave", Object.class).invoke(null, segment);
            }
            System.out.println(said);
          }
        }
      }
      """;
}
