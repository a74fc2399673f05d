package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every program in {@code src/test/resources/programs}, with every input, in every way. */
class DifferentialTest {
  private static List<Program> programs;
  private static Batch batch;

  @BeforeAll
  static void compile() {
    programs = new ArrayList<>(Program.inFolder("programs"));
    if (Runtime.version().feature() >= 21) {
      programs.addAll(Program.inFolder("programs21"));
    }
    batch = Batch.compile(programs);
  }

  @Test
  void coversTheLanguage() {
    assertThat(programs).hasSizeGreaterThanOrEqualTo(255);
  }

  @Test
  void everyProgramIsCompiled() {
    assertThat(batch.refused()).isEmpty();
  }

  @TestFactory
  Stream<DynamicContainer> runsAsPlainJava() {
    return batch.subjects().values().stream()
        .map(
            subject ->
                DynamicContainer.dynamicContainer(
                    subject.program().name(),
                    subject.program().inputs().stream()
                        .map(
                            input ->
                                DynamicTest.dynamicTest(input, () -> compare(subject, input)))));
  }

  private static void compare(Subject subject, String input) {
    Difference.of(new Runner(), subject, input).ifPresent(Difference::fail);
  }
}
