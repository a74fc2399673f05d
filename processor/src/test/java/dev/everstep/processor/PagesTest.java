package dev.everstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every message names a page, so there is one. */
class PagesTest {
  private static final Path PAGES = Path.of("..", "docs", "errors");

  @ParameterizedTest
  @EnumSource(Problem.class)
  void everyProblemHasAPageWithASample(Problem problem) throws IOException {
    String page = Files.readString(PAGES.resolve(problem + ".md"));

    assertThat(page.lines().findFirst().orElse("")).matches("# " + problem + ": .+");
    assertThat(page)
        .contains("```text")
        .contains("[" + problem + "]")
        .contains("docs/errors/" + problem + ".md");
    assertThat(Files.readString(PAGES.resolve("index.md")))
        .contains("[" + problem + "](" + problem + ".md)");
  }
}
