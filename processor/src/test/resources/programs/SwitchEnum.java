package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Color;
import dev.everstep.processor.differential.world.Steps;

/** Over an enum, whose constants stay simple names. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchEnum {
  public String run(WorkflowContext ctx, int n) throws Exception {
    Color color = ctx.step(Steps::color, n);
    String out = "";
    switch (color) {
      case RED:
        out += ctx.step(Steps::text, color.name());
      case BLUE:
        out += Color.BLUE.weight();
    }
    switch (color) {
      case RED, GREEN -> out += ctx.step(Steps::inc, n);
      default -> out += "other";
    }
    return out;
  }
}
