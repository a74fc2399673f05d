package dev.everstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.diagnostic.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No rule without a test that sees it broken. */
class CodesTest {
  private static final Path TESTS = Path.of("src/test/java");
  private static final String ALL = read();

  private static String read() {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .map(CodesTest::text)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void isReportedInATest(Problem problem) {
    assertThat(ALL).containsPattern("(Problem\\.|\\[)" + problem + "\\b");
  }
}
