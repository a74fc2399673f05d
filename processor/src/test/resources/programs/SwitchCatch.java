package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Effects;
import dev.everstep.processor.differential.world.RefusedException;
import dev.everstep.processor.differential.world.Steps;

/** Steps that fail in cases, caught inside and outside. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchCatch {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    for (int i = 0; i < 3; i++) {
      try {
        switch (n + i) {
          case 1:
            out += ctx.step(Steps::picky, 5);
            break;
          case 3:
            try {
              out += ctx.step(Steps::picky, 3);
            } catch (RefusedException e) {
              out += "in";
              Effects.caught(e);
              if (i > 0) continue;
              break;
            }
          default:
            out += ctx.step(Steps::picky, n + i);
        }
        out += switch (i) {
          case 0 -> "" + ctx.step(Steps::picky, n);
          default -> "d";
        };
      } catch (RefusedException | IllegalArgumentException e) {
        Effects.caught(e);
        out += ctx.step(Steps::text, "c" + i);
      }
    }
    return out;
  }
}
