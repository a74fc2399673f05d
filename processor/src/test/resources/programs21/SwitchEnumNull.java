package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Color;
import dev.everstep.processor.differential.world.Steps;

/** An enum with a case for null, qualified and old names. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchEnumNull {
  public String run(WorkflowContext ctx, int n) throws Exception {
    Color color = n > 2 ? null : ctx.step(Steps::color, n);
    String out =
        switch (color) {
          case null -> ctx.step(Steps::text, "no color");
          case RED, Color.GREEN -> ctx.step(Steps::text, color.name());
          case BLUE -> "b";
        };
    switch (color) {
      case RED -> out += ctx.step(Steps::inc, 1);
      case GREEN, BLUE -> out += "gb";
      case null -> out += "null" + ctx.step(Steps::inc, 2);
    }
    return out;
  }
}
