package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Color;
import dev.everstep.processor.differential.world.Steps;

/** A null selector fails before any case, and can be caught. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchNull {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    try {
      switch (ctx.step(Steps::boxed, n)) {
        case 1:
          out += ctx.step(Steps::inc, 1);
          break;
        default:
          out += "default";
      }
    } catch (NullPointerException e) {
      out += ctx.step(Steps::text, "null");
    }
    Color color = n < 3 ? Color.GREEN : null;
    try {
      out += switch (color) {
        case RED -> 1;
        case GREEN -> ctx.step(Steps::inc, 2);
        case BLUE -> 3;
      };
    } catch (NullPointerException e) {
      out += "no color";
    }
    String text = n == 4 ? null : "t";
    switch (text) {
      case "t" -> out += ctx.step(Steps::inc, 3);
    }
    return out;
  }
}
