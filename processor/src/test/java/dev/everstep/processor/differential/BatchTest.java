package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
  @Test
  void programsOnWhichJavacFailsAreNotValid() {
    // Javac 17 to 25 cannot generate a switch with a try behind an operand of two words.
    Program fails =
        program(
            "Fails",
            """
            (a + (switch ((int) a) {
              default -> {
                try {
                  yield 2;
                } finally {
                  a++;
                }
              }
            }))""");
    Program other = program("Other", "a");

    Batch batch = Batch.compileValid(List.of(fails, other));

    assertThat(batch.invalid()).containsOnlyKeys("workflows.Fails");
    assertThat(batch.invalid().get("workflows.Fails"))
        .startsWith("javac fails: java.lang.NullPointerException");
    assertThat(batch.subjects()).containsOnlyKeys("Other");
  }

  private static Program program(String name, String value) {
    String text =
        """
        package workflows;

        import dev.everstep.WorkflowContext;
        import dev.everstep.processor.differential.world.*;

        public class %s {
          public long run(WorkflowContext ctx, int n) {
            long a = ctx.step(Steps::inc, n);
            return %s;
          }
        }
        """
            .formatted(name, value);
    return new Program(name, text, List.of("[1]"));
  }
}
