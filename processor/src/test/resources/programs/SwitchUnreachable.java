package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.RefusedException;
import dev.everstep.processor.differential.world.Steps;

/** Endless loops and returns in cases. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchUnreachable {
  public String run(WorkflowContext ctx, int n) throws Exception {
    switch (n) {
      case 1:
        while (true) {
          if (ctx.step(Steps::inc, n) > 1) return "loop";
        }
      case 2:
        throw new RefusedException("two", n);
      case 3:
        return ctx.step(Steps::text, "three");
      default:
        switch (n) {
          case 4 -> {
            return "four";
          }
          default -> throw new IllegalStateException("x" + ctx.step(Steps::inc, n));
        }
    }
  }
}
