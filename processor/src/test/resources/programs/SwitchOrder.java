package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Effects;
import dev.everstep.processor.differential.world.Steps;

/** What stands in front of a switch in an expression is evaluated before it. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchOrder {
  public String run(WorkflowContext ctx, int n) throws Exception {
    int k = n;
    int[] all = {1, 2, 3, 4};
    int sum =
        Effects.at(k)
            + k++ * switch (Effects.at(k)) {
              case 1 -> ctx.step(Steps::inc, k++);
              case 2 -> {
                k += 10;
                yield Effects.at(k);
              }
              default -> k;
            }
            + Effects.at(k);
    all[k & 3] +=
        switch (k) {
          case 0, 1, 2 -> ctx.step(Steps::inc, k);
          default -> {
            int was = k;
            k = 3;
            yield was;
          }
        } + all[0];
    String text = "s" + k + switch (n) { case 1 -> ctx.step(Steps::text, "t"); default -> "c"; } + all[1];
    return sum + text + Effects.seen(all[k & 3]);
  }
}
