package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds that go on from an earlier one, in Maven itself: offline, with the plugins of our own
 * build, on archives of our classes that no repository sees.
 */
class MavenTest {
  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        %s
        <properties>
          <maven.compiler.release>17</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <build>
          <plugins>
            <plugin>
              <groupId>org.apache.maven.plugins</groupId>
              <artifactId>maven-resources-plugin</artifactId>
              <version>3.3.1</version>
            </plugin>
            <plugin>
              <groupId>org.apache.maven.plugins</groupId>
              <artifactId>maven-compiler-plugin</artifactId>
              <version>3.14.1</version>
              <configuration>
                <showWarnings>true</showWarnings>
                <compilerArgs>
                  <arg>-Werror</arg>
                  <arg>-Xlint:all,-processing</arg>
                  <arg>-processorpath</arg>
                  <arg>%s</arg>
                </compilerArgs>
              </configuration>
            </plugin>
          </plugins>
        </build>
        %s
      </project>
      """;
  private static final String HELPER =
      """
      package app;
      public record Price(int cents) {}
      """;
  private static final String FUNCTIONS =
      """
      package app;
      import dev.everstep.annotations.Function;
      public class Fns {
        @Function public static Price price(String name) { return new Price(name.length()); }
      }
      """;
  private static final String FLOW =
      """
      package app;
      import dev.everstep.WorkflowContext;
      import dev.everstep.annotations.Workflow;
      @Workflow
      public class Flow {
        public String run(WorkflowContext ctx, String name) {
          var first = ctx.step(Fns::price, name).cents();
          var second = ctx.step(Fns::price, name + name).cents();
          return first + ", " + second;
        }
      }
      """;

  @TempDir Path directory;
  private Jars jars;

  @BeforeEach
  void makeArchives() throws IOException {
    jars = new Jars(directory);
  }

  private String pom(String head, String dependencies) {
    String path =
        jars.processor().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return POM.formatted(head, path, dependencies);
  }

  private String dependencies(String more) {
    StringBuilder out = new StringBuilder("<dependencies>\n").append(more);
    List<Path> all = new ArrayList<>(jars.api());
    all.add(Build.origin(org.jspecify.annotations.Nullable.class));
    for (Path jar : all) {
      out.append(
          """
          <dependency>
            <groupId>under.test</groupId>
            <artifactId>%s</artifactId>
            <version>1</version>
            <scope>system</scope>
            <systemPath>%s</systemPath>
          </dependency>
          """
              .formatted(jar.getFileName().toString().replace(".jar", ""), jar));
    }
    return out.append("</dependencies>").toString();
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    // Maven compares times, and two writes of one test may come within one tick.
    if (Files.exists(directory.resolve("target"))) {
      Files.setLastModifiedTime(
          path, FileTime.fromMillis(System.currentTimeMillis() + 2_000L * ++writes));
    }
  }

  private int writes;

  private String compile() throws Exception {
    List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B", "-ntp", "compile"));
    String repository = System.getProperty("localRepository");
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    ProcessBuilder maven = new ProcessBuilder(command).directory(directory.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven.environment().remove("MAVEN_OPTS");
    Process process = maven.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }

  private List<String> classes(String module) throws IOException {
    Path classes = directory.resolve(module).resolve("target/classes");
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private byte[] machine() throws IOException {
    return Files.readAllBytes(directory.resolve("target/classes/app/Flow$run.class"));
  }

  @Test
  void anIncrementalBuildFollowsWhatIsTouchedAndDeleted() throws Exception {
    write(
        "pom.xml",
        pom(
            "<groupId>app</groupId><artifactId>app</artifactId><version>1</version>",
            dependencies("")));
    write("src/main/java/app/Price.java", HELPER);
    write("src/main/java/app/Fns.java", FUNCTIONS);
    write("src/main/java/app/Flow.java", FLOW);
    write("src/main/java/app/Gone.java", FLOW.replace("Flow", "Gone"));
    assertThat(compile()).contains("BUILD SUCCESS");
    assertThat(classes("."))
        .contains("app/Flow$run.class", "app/Gone$run.class", "META-INF/everstep/Gone.json");
    byte[] before = machine();

    // A local of the workflow, which its file does not name, gets another type.
    write("src/main/java/app/Price.java", HELPER.replace("int", "long"));
    assertThat(compile()).contains("BUILD SUCCESS");
    assertThat(machine()).isNotEqualTo(before);

    Files.delete(directory.resolve("src/main/java/app/Gone.java"));
    assertThat(compile()).contains("BUILD SUCCESS");
    assertThat(classes("."))
        .containsExactly(
            "META-INF/everstep/Flow.json",
            "app/Flow$run$Locals.class",
            "app/Flow$run.class",
            "app/Flow.class",
            "app/Fns.class",
            "app/Price.class");
  }

  @Test
  void aWorkflowUsesTypesAndFunctionsOfAnotherModuleOfTheReactor() throws Exception {
    String parent = "<groupId>app</groupId><artifactId>%s</artifactId><version>1</version>";
    write(
        "pom.xml",
        pom(
            parent.formatted("all")
                + "<packaging>pom</packaging>"
                + "<modules><module>types</module><module>flows</module></modules>",
            ""));
    write("types/pom.xml", pom(parent.formatted("types"), dependencies("")));
    write("types/src/main/java/app/Price.java", HELPER);
    write("types/src/main/java/app/Fns.java", FUNCTIONS);
    write(
        "flows/pom.xml",
        pom(
            parent.formatted("flows"),
            dependencies("<dependency>" + parent.formatted("types") + "</dependency>")));
    write("flows/src/main/java/app/Flow.java", FLOW);

    assertThat(compile()).contains("BUILD SUCCESS");

    assertThat(classes("flows")).contains("app/Flow$run.class", "META-INF/everstep/Flow.json");
  }
}
