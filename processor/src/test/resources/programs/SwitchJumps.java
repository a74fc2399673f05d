package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** Breaks, continues and returns out of cases. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchJumps {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String text = "";
    rounds:
    for (int i = 0; i < 8; i++) {
      switch ((i + n) % 8) {
        case 0:
          text += ctx.step(Steps::inc, i);
          continue;
        case 1:
          if (i > 5) continue rounds;
          text += "b";
          break;
        case 2:
          for (int k = 0; k < 3; k++) {
            if (ctx.step(Steps::inc, k) == 2) break;
            text += k;
          }
          break;
        case 3:
          if (n == 2) break rounds;
        case 4:
          while (true) {
            if (i > 2) break;
            if (ctx.step(Steps::odd, i)) continue rounds;
            break;
          }
          break;
        case 5:
          if (n == 9) return text + "out" + ctx.step(Steps::inc, i);
        default:
          text += "d";
          if (i == 7) break rounds;
      }
      text += ";";
    }
    return text;
  }
}
