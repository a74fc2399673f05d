package dev.everstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.emit.MachineSource;
import dev.everstep.processor.support.InMemory;
import dev.everstep.processor.support.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the compiler writes for small workflows, file by file. {@code -Dgoldens.update} writes the
 * files anew; read the difference before it is committed.
 */
class GoldensTest {
  private static final Path FILES = Path.of("src/test/resources/goldens");

  static Stream<String> workflows() {
    return Stream.of(
        "Research",
        "Loop",
        "Attempt",
        "Inline",
        "Each",
        "Expression",
        "Last",
        "Choice",
        "Helpers",
        "Saga",
        "Lease",
        "Captured",
        "Tested",
        "Labeled",
        "Narrowed",
        "Waiting");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void writesTheSameFiles(String workflow) {
    CompiledWorkflow compiled = compile(workflow);

    for (MachineSource source : compiled.sources()) {
      check(workflow, source.name().substring("app.".length()) + ".java", source.text());
    }
    check(workflow, workflow + ".json", compiled.descriptorJson());
    assertThat(compiled.descriptorPath()).isEqualTo("META-INF/everstep/" + workflow + ".json");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void whatItWritesCompilesWithoutWarnings(String workflow) {
    List<InMemory.Source> sources = new ArrayList<>();
    sources.add(new InMemory.Source("app." + workflow, read(workflow, workflow + ".java")));
    for (MachineSource source : compile(workflow).sources()) {
      sources.add(new InMemory.Source(source.name(), source.text()));
    }

    assertThat(InMemory.compile(sources)).isNotNull();
  }

  @Test
  void thePageShowsWhatIsWritten() throws IOException {
    String page = Files.readString(Path.of("../docs/compiler.md"));

    String source = read("Research", "Research.java");
    assertThat(page)
        .contains(
            source
                .substring(source.indexOf("public class"), source.indexOf("class Articles"))
                .strip());
    String machine = read("Research", "Research$run.java");
    assertThat(page).contains("```java\n" + machine.strip() + "\n```");
    assertThat(page).contains("```json\n" + read("Research", "Research.json").strip() + "\n```");
  }

  private static CompiledWorkflow compile(String workflow) {
    Reports reports = new Reports();
    InMemory.Source source =
        new InMemory.Source("app." + workflow, read(workflow, workflow + ".java"));
    return WorkflowCompiler.compile(InMemory.attribute(source, "app." + workflow), reports)
        .orElseThrow(() -> new AssertionError(reports.toString()));
  }

  private static void check(String workflow, String name, String actual) {
    if (System.getProperty("goldens.update") != null) {
      try {
        Files.writeString(FILES.resolve(folder(workflow)).resolve(name), actual);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(actual).isEqualTo(read(workflow, name));
  }

  private static String read(String workflow, String name) {
    try {
      return Files.readString(FILES.resolve(folder(workflow)).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folder(String workflow) {
    return workflow.toLowerCase(Locale.ROOT);
  }
}
