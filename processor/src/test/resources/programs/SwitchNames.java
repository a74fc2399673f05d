package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** Names of the machine's own in a switch. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchNames {
  public String run(WorkflowContext ctx, int pc) throws Exception {
    int f = pc;
    String value =
        switch (f) {
          case 1 -> {
            int self = ctx.step(Steps::inc, pc);
            yield "self" + self;
          }
          default -> {
            int next = f;
            int value_2 = ctx.step(Steps::inc, next);
            yield "v" + value_2 + next;
          }
        };
    int leave = switch (pc) { case 1 -> ctx.step(Steps::inc, f); default -> f; };
    return value + leave;
  }
}
