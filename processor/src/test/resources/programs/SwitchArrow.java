package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.RefusedException;
import dev.everstep.processor.differential.world.Steps;

/** Arrows with expressions, blocks and throws. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchArrow {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    switch (n) {
      case 0, 1 -> out += ctx.step(Steps::text, "few");
      case 2 -> {
        int twice = ctx.step(Steps::inc, n) * 2;
        out += twice + ctx.step(Steps::inc, twice);
      }
      case 3 -> throw new RefusedException("three", ctx.step(Steps::inc, n));
      case 4 -> {
        return "early" + ctx.step(Steps::inc, n);
      }
      default -> out = "many";
    }
    return out + n;
  }
}
