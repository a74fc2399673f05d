package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.RefusedException;
import dev.everstep.processor.differential.world.Steps;

/** The value of a switch: arrows, blocks, throws. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchValue {
  public String run(WorkflowContext ctx, int n) throws Exception {
    int value =
        switch (n) {
          case 0 -> 7;
          case 1, 2 -> ctx.step(Steps::inc, n);
          case 3 -> {
            int once = ctx.step(Steps::inc, n);
            if (once > 100) yield 1;
            yield once * ctx.step(Steps::inc, once);
          }
          case 4 -> throw new RefusedException("four", ctx.step(Steps::inc, n));
          default -> {
            if (n > 5) {
              yield n;
            } else {
              ctx.step(Steps::note, "low");
            }
            yield -1;
          }
        };
    return "" + value;
  }
}
