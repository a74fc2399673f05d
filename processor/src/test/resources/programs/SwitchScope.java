package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** Locals of the switch block that cases share. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchScope {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    for (int i = 0; i < 2; i++) {
      switch (n + i) {
        case 0:
          int shared = 5;
          out += ctx.step(Steps::inc, shared);
        case 1:
          shared = ctx.step(Steps::inc, 10 + i);
          final String text = "t" + shared;
          ctx.step(Steps::note, text);
          out += text + shared;
          break;
        case 2:
          int late;
          shared = 1;
          late = shared + ctx.step(Steps::inc, shared);
          out += late;
        default:
          late = 9;
          out += ctx.step(Steps::inc, late) + late;
      }
    }
    int shared = n;
    return out + ctx.step(Steps::inc, shared) + shared;
  }
}
