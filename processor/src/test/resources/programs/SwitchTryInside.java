package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Effects;
import dev.everstep.processor.differential.world.RefusedException;
import dev.everstep.processor.differential.world.Steps;

/** A try inside a switch expression, left by yield. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchTryInside {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out =
        switch (n) {
          case 0, 3, 9 -> {
            try {
              yield "v" + ctx.step(Steps::picky, n);
            } catch (RefusedException e) {
              if (n == 3) yield "three";
              ctx.step(Steps::note, e.getMessage());
            }
            yield "after";
          }
          case 1 -> {
            try {
              if (n == 1) yield "plain";
              Effects.log("not here");
            } finally {
              Effects.log("finally");
            }
            yield ctx.step(Steps::text, "never");
          }
          default -> {
            synchronized (this) {
              if (n > 2) yield "locked";
            }
            yield ctx.step(Steps::text, "d");
          }
        };
    return out;
  }
}
