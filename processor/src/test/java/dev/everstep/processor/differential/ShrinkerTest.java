package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.differential.random.ProgramGenerator;
import dev.everstep.processor.differential.random.RandomProgram;
import dev.everstep.processor.differential.random.Shrinker;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is left of a failing program. */
class ShrinkerTest {

  @Test
  void leavesTheStatementThatFails() {
    RandomProgram program =
        LongStream.rangeClosed(1, 100)
            .mapToObj(ProgramGenerator::program)
            .filter(one -> one.text().contains("finally {") && one.statements() > 20)
            .findFirst()
            .orElseThrow();

    RandomProgram small =
        new Shrinker(
                programs ->
                    programs.stream().filter(one -> one.text().contains("finally {")).findFirst())
            .shrink(program);

    assertThat(small.statements()).isLessThanOrEqualTo(2);
    assertThat(small.text()).contains("finally {");
    assertThat(small.name()).isEqualTo(program.name());
  }

  @Test
  void leavesTheMethodsAndTypesThatFail() {
    RandomProgram program =
        LongStream.rangeClosed(1, 200)
            .mapToObj(ProgramGenerator::program)
            .filter(one -> isGenericWithRecord(one) && one.text().contains("@Durable\n"))
            .filter(one -> one.text().split("WorkflowContext ctx,").length > 3)
            .findFirst()
            .orElseThrow();

    RandomProgram small =
        new Shrinker(
                programs -> programs.stream().filter(ShrinkerTest::isGenericWithRecord).findFirst())
            .shrink(program);

    assertThat(small.statements()).isLessThanOrEqualTo(2);
    assertThat(small.text().lines().filter(line -> line.contains("WorkflowContext ctx,")))
        .hasSizeLessThanOrEqualTo(2);
  }

  private static boolean isGenericWithRecord(RandomProgram program) {
    return program.text().contains("<T> T ") && program.text().contains(" record ");
  }

  @Test
  void findsTheExpressionThatABugOfTheCompilerSpoils() {
    Mutant bug =
        Mutant.all().stream()
            .filter(one -> one.name().equals("spilling"))
            .findFirst()
            .orElseThrow();

    String small = MutatedLoader.of(bug).apply(Shrinking.class, 40);

    assertThat(small.lines().filter(line -> line.contains(";"))).hasSizeLessThanOrEqualTo(6);
    assertThat(small).contains("ctx.step(");
  }
}
