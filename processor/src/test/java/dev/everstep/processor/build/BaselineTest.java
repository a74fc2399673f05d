package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a committed baseline is found, and what is said of one that cannot be used. */
class BaselineTest {
  private static final String BEFORE = flow("ctx.step(\"a\", () -> 1);");
  private static final String AFTER = flow("ctx.step(\"b\", () -> 2); ctx.step(\"a\", () -> 1);");

  @TempDir Path directory;

  private static String flow(String statements) {
    return """
        package app;
        import dev.everstep.WorkflowContext;
        import dev.everstep.annotations.Workflow;
        @Workflow
        public class Flow {
          public void run(WorkflowContext ctx) {
            %s
          }
        }
        """
        .formatted(statements);
  }

  /** Returns the step graph of the workflow before it was edited. */
  private String before() throws IOException {
    Build build = new Build(directory.resolve("before")).source("app/Flow.java", BEFORE);
    assertThat(build.run()).isEmpty();
    return Files.readString(graph(build));
  }

  private static Path graph(Build build) {
    return build.classes().resolve("META-INF/everstep/Flow.json");
  }

  private Path baseline(String folder, String text) throws IOException {
    Path file = directory.resolve(folder).resolve("Flow.json");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Returns the ids and indices of the points, in order. */
  private static List<String> points(Build build) throws IOException {
    return Files.readString(graph(build))
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("\"id\"") || line.startsWith("\"index\""))
        .toList();
  }

  private static final List<String> KEPT =
      List.of("\"id\": \"step:b\",", "\"index\": 2,", "\"id\": \"step:a\",", "\"index\": 1,");
  private static final List<String> IN_ORDER =
      List.of("\"id\": \"step:b\",", "\"index\": 1,", "\"id\": \"step:a\",", "\"index\": 2,");

  @Test
  void isFoundBesideTheSourceSet() throws IOException {
    String before = before();
    for (String set : List.of("main", "test", "integrationTest")) {
      baseline(set + "-build/src/" + set + "/everstep", before);
      Build build =
          new Build(directory.resolve(set + "-build")).source(set + "/java/app/Flow.java", AFTER);

      assertThat(build.run()).isEmpty();
      assertThat(points(build)).isEqualTo(KEPT);
    }
  }

  @Test
  void isNotFoundInAnotherSourceSetOrLayout() throws IOException {
    String before = before();
    baseline("src/main/everstep", before);
    baseline("src/everstep", before);
    for (String source : List.of("test/java/app/Flow.java", "app/Flow.java")) {
      Build build = new Build(directory).source(source, AFTER);

      assertThat(build.run()).isEmpty();
      assertThat(points(build)).isEqualTo(IN_ORDER);
      Files.delete(directory.resolve("src").resolve(source));
    }
  }

  @Test
  void isFoundByTheOption() throws IOException {
    Path file = baseline("elsewhere", before());
    Build build =
        new Build(directory)
            .source("app/Flow.java", AFTER)
            .options("-Aeverstep.baseline=" + file.getParent());

    assertThat(build.run()).isEmpty();
    assertThat(points(build)).isEqualTo(KEPT);
  }

  @Test
  void anOptionWithoutADirectoryIsAnError() {
    Path missing = directory.resolve("missing");
    Build build =
        new Build(directory)
            .source("app/Flow.java", AFTER)
            .options("-Aeverstep.baseline=" + missing);

    assertThat(build.run())
        .containsExactly(
            "Flow.java:5: [ES094] the baseline "
                + missing.resolve("Flow.json")
                + " of workflow Flow cannot be used: there is no such directory. Create it, or"
                + " correct the compiler's option -Aeverstep.baseline. docs/errors/ES094.md");
  }

  @Test
  void oneThatCannotBeUsedIsAnErrorAtTheClass() throws IOException {
    Path file = baseline("src/main/everstep", before().replace("\"format\": 1", "\"format\": 2"));

    assertThat(edited())
        .containsExactly(
            "Flow.java:5: [ES094] the baseline "
                + file
                + " of workflow Flow cannot be used: it has format 2, known is 1. Compile with the"
                + " version of everstep-processor that wrote it, or a newer one."
                + " docs/errors/ES094.md");
    assertThat(directory.resolve("classes/META-INF")).doesNotExist();

    Files.write(file, new byte[] {'{', (byte) 0xff});
    assertThat(edited())
        .singleElement()
        .asString()
        .contains("cannot be used: it is not UTF-8. Restore the file from version control.");

    Files.delete(file);
    Files.createDirectory(file);
    assertThat(edited())
        .singleElement()
        .asString()
        .contains("cannot be used: it cannot be read (")
        .contains("Make the file readable.");
  }

  private List<String> edited() {
    return new Build(directory).source("main/java/app/Flow.java", AFTER).run();
  }

  @Test
  void oneThatCannotBeUsedHidesNoOtherError() throws IOException {
    baseline("src/main/everstep", "");
    Build build =
        new Build(directory)
            .source(
                "main/java/app/Flow.java",
                flow("Runnable r = () -> ctx.sleep(java.time.Duration.ZERO);"));

    assertThat(build.run())
        .anyMatch(line -> line.contains("[ES094]"))
        .anyMatch(line -> line.contains("[ES040]"))
        .hasSize(2);
  }

  private static String payments(String statements) {
    return """
        package app;
        import dev.everstep.WorkflowContext;
        import dev.everstep.annotations.Durable;
        @Durable
        public class Payments {
          static void charge(WorkflowContext ctx, int n) {
            %s
          }
        }
        """
        .formatted(statements);
  }

  /** Returns the file of a class with durable methods, below a source set with its baseline. */
  private Path sharedBaseline(String text) throws IOException {
    Path file = directory.resolve("src/main/everstep/app.Payments.json");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Path sharedGraph(Build build) {
    return build.classes().resolve("META-INF/everstep/app.Payments.json");
  }

  @Test
  void thatOfAClassWithDurableMethodsIsNamedAsTheClassAndKeepsItsPoints() throws IOException {
    Build before =
        new Build(directory.resolve("before"))
            .source("app/Payments.java", payments("ctx.step(\"a\", () -> 1);"));
    assertThat(before.run()).isEmpty();
    sharedBaseline(Files.readString(sharedGraph(before)));

    Build after =
        new Build(directory)
            .source(
                "main/java/app/Payments.java",
                payments("ctx.step(\"b\", () -> 2); ctx.step(\"a\", () -> 1);"));

    assertThat(after.run()).isEmpty();
    assertThat(
            Files.readString(sharedGraph(after))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("\"id\"") || line.startsWith("\"index\"")))
        .isEqualTo(KEPT);
  }

  @Test
  void oneOfAClassWithDurableMethodsThatCannotBeUsedIsAnErrorThatNamesTheClass()
      throws IOException {
    Path file = sharedBaseline("{");

    assertThat(
            new Build(directory)
                .source("main/java/app/Payments.java", payments("ctx.step(\"a\", () -> 1);"))
                .run())
        .singleElement()
        .asString()
        .startsWith(
            "Payments.java:5: [ES094] the baseline "
                + file
                + " of class app.Payments cannot be used: it is not JSON: ");

    sharedBaseline(
        "{\"format\": 1, \"kind\": \"workflow\", \"workflow\": \"app.Payments\", \"methods\": []}");
    assertThat(
            new Build(directory)
                .source("main/java/app/Payments.java", payments("ctx.step(\"a\", () -> 1);"))
                .run())
        .singleElement()
        .asString()
        .startsWith("Payments.java:5: [ES094] the baseline ")
        .contains(" of class app.Payments cannot be used: ")
        .doesNotContain(" of workflow app.Payments cannot");
  }
}
