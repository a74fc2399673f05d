package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** A switch as the result of a method that returns a primitive. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchReturn {
  public long run(WorkflowContext ctx, int n) throws Exception {
    return switch (n) {
      case 0 -> ctx.step(Steps::inc, n);
      case 1 -> 'c';
      case 2 -> ctx.step(Steps::twice, 3L);
      default -> {
        int value = ctx.step(Steps::inc, n);
        yield value;
      }
    };
  }
}
