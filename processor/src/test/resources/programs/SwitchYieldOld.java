package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Effects;
import dev.everstep.processor.differential.world.Steps;

/** Old cases with yields, falling through. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchYieldOld {
  public String run(WorkflowContext ctx, int n) throws Exception {
    long sum = 100;
    sum +=
        switch (n) {
          case 0:
            Effects.log("zero");
          case 1:
            ctx.step(Steps::note, "one");
          default:
            if (n == 9) yield ctx.step(Steps::twice, 9L);
            yield 5;
          case 2:
            for (int i = 0; ; i++) {
              if (ctx.step(Steps::inc, i) == 3) {
                yield i;
              }
            }
          case 3:
            for (int i = 0; i < 5; i++) if (i == 3) yield i + n;
            yield ctx.step(Steps::inc, 3);
        };
    return "" + sum;
  }
}
