package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** Values without a case go behind the switch. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchNoDefault {
  public String run(WorkflowContext ctx, int n) throws Exception {
    int out = 5;
    switch (n) {
      case 1:
        out = ctx.step(Steps::inc, out);
        break;
      case 2:
        out += ctx.step(Steps::inc, out);
    }
    switch (n) {
      case 3 -> out = ctx.step(Steps::inc, 30);
      case 4 -> {}
    }
    return "" + out;
  }
}
