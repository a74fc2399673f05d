package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** Cases that fall through, and a default in the middle. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchFallThrough {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    switch (n) {
      case 0:
        out += ctx.step(Steps::inc, n);
      case 1:
        out += "one";
        ctx.step(Steps::note, out);
        break;
      default:
        out += ctx.step(Steps::text, "default");
      case 2:
      case 3:
        out += "low";
        if (n == 3) break;
        out += ctx.step(Steps::inc, 10);
      case 4:
        out += "four";
    }
    return out;
  }
}
