package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Color;
import dev.everstep.processor.differential.world.Steps;

/** All constants of an enum without a default. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchEnumTotal {
  public String run(WorkflowContext ctx, int n) throws Exception {
    Color color = ctx.step(Steps::color, n);
    String out =
        switch (color) {
          case RED -> ctx.step(Steps::text, "r");
          case GREEN -> "g";
          case BLUE -> {
            ctx.step(Steps::note, "b");
            yield color.name();
          }
        };
    return out + switch (ctx.step(Steps::color, n + 1)) {
      case RED, BLUE -> ctx.step(Steps::inc, 1);
      case GREEN -> 2;
    };
  }
}
