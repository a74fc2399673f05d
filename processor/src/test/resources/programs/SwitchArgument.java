package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** A switch as an argument, receiver, index, condition and result. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchArgument {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String text =
        (switch (n) {
              case 1 -> ctx.step(Steps::text, "r");
              default -> "receiver";
            })
            .concat("!");
    int added = ctx.step(Steps::add, n, switch (n) { case 2 -> ctx.step(Steps::inc, 2); default -> 20; });
    int[] all = {5, 6};
    int element = all[switch (n) { case 3 -> ctx.step(Steps::inc, -1); default -> 1; }];
    if (switch (n) { case 4 -> ctx.step(Steps::odd, 3); case 1 -> true; default -> false; }) {
      text += "yes";
    }
    while (switch (text.length() % 5) { case 0 -> false; default -> ctx.step(Steps::odd, 1); }) {
      text += "+";
    }
    boolean both = n > 0 && switch (n) { case 9 -> ctx.step(Steps::odd, n); default -> n > 2; };
    return switch (element) {
      case 5 -> ctx.step(Steps::text, text + added + both);
      default -> text + added + both;
    };
  }
}
