package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code everstep}: what it gives to a JVM, of a checkout that is built. */
class ScriptTest {
  private static final List<String> MODULES =
      List.of(
          "annotations",
          "catalogue",
          "runtime",
          "processor",
          "probes",
          "verify",
          "agent",
          "cli",
          "example-app");

  @TempDir Path home;

  /** Makes a checkout that was built, and a JVM that prints what it is given. */
  @BeforeEach
  void checkout() throws IOException {
    Files.copy(
        Repository.ROOT.resolve("everstep"),
        home.resolve("everstep"),
        StandardCopyOption.COPY_ATTRIBUTES);
    write("pom.xml", "");
    for (String module : MODULES) {
      Files.createDirectories(home.resolve(module).resolve("src/main"));
      Files.createDirectories(home.resolve(module).resolve("target/classes"));
      write(module + "/pom.xml", "");
    }
    write("agent/target/everstep-agent-0.1.0-SNAPSHOT.jar", "");
    Path java = write("jdk/bin/java", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    write("target/everstep/command", "cli:slf4j.jar\n");
    Path built = write("target/everstep/classpath", "example-app:cli:slf4j.jar\n");
    Files.setLastModifiedTime(built, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private Path write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private List<String> run(Map<String, String> variables, String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("everstep").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(name -> name.startsWith("EVERSTEP_"));
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    builder.environment().putAll(variables);
    Path out = home.resolve("out");
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readAllLines(out);
  }

  @Test
  void runsTheCommandWithTheExampleApplicationUnderTheAgent() throws Exception {
    assertThat(run(Map.of(), "resume", "--data", "a b"))
        .contains(
            "-javaagent:" + home + "/agent/target/everstep-agent-0.1.0-SNAPSHOT.jar=mode=forbid",
            "-Deverstep.terminals=")
        .endsWith(
            "-cp", "example-app:cli:slf4j.jar", "dev.everstep.cli.Main", "resume", "--data", "a b");
  }

  @Test
  void putsAnotherApplicationInPlaceOfTheExample() throws Exception {
    assertThat(run(Map.of("EVERSTEP_CLASSPATH", "app.jar:lib/*"), "resume"))
        .endsWith("-cp", "app.jar:lib/*:cli:slf4j.jar", "dev.everstep.cli.Main", "resume");
  }

  @Test
  void runsTheDemoOfTheExampleWhateverElseIsOnTheClassPath() throws Exception {
    assertThat(run(Map.of("EVERSTEP_CLASSPATH", "app.jar"), "demo"))
        .endsWith(
            "-cp",
            "example-app:cli:slf4j.jar",
            "dev.everstep.example.demo.Demo",
            home.resolve("docs").toString());
  }

  @Test
  void tellsTheAgentTheModeOfTheVariable() throws Exception {
    assertThat(run(Map.of("EVERSTEP_GUARD", "warn"), "resume"))
        .contains(
            "-javaagent:" + home + "/agent/target/everstep-agent-0.1.0-SNAPSHOT.jar=mode=warn");
  }
}
