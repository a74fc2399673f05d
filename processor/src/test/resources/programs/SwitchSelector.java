package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Effects;
import dev.everstep.processor.differential.world.Steps;

/** Steps in the selector, one before another. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchSelector {
  public String run(WorkflowContext ctx, int n) throws Exception {
    int k = n;
    switch (k++ + ctx.step(Steps::inc, k) * ctx.step(Steps::inc, k += 2)) {
      case 4, 6, 20 -> Effects.log("some");
      case 35 -> {
        k = 100;
      }
      default -> Effects.log("other " + k);
    }
    switch (ctx.step(Steps::odd, n) ? ctx.step(Steps::inc, n) : 7) {
      case 7 -> k++;
      case 2 -> k--;
    }
    return "" + k;
  }
}
