package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** No case, an empty case, a default alone. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchEmpty {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    switch (ctx.step(Steps::inc, n)) {
    }
    switch (ctx.step(Steps::inc, n)) {
      default:
    }
    switch (ctx.step(Steps::inc, n)) {
      case 1:
      case 2:
    }
    switch (n) {
      default -> out += ctx.step(Steps::inc, n);
    }
    switch (n) {
      case 3: {
        out += ctx.step(Steps::text, "block");
        break;
      }
      case 4: ;
    }
    return out;
  }
}
