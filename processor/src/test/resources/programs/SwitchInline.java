package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;
import java.time.Duration;

/** Inline steps and sleeps in cases. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchInline {
  public String run(WorkflowContext ctx, int n) throws Exception {
    int base = n * 2;
    String out =
        switch (n) {
          case 0 -> ctx.step("zero", () -> "zero" + base);
          case 1, 2 -> {
            String text = "t" + base;
            ctx.sleep(Duration.ofSeconds(n));
            yield ctx.step("block", () -> {
              switch (base) {
                case 2:
                  return text + "two";
                default:
                  break;
              }
              return switch (base) { case 4 -> "four"; default -> { yield "d"; } };
            });
          }
          default -> "none";
        };
    return out;
  }
}
