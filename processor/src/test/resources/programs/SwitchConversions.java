package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** Values that are converted to the type of the switch. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchConversions {
  public String run(WorkflowContext ctx, int n) throws Exception {
    long wide = switch (n) { case 0 -> ctx.step(Steps::inc, 1); case 1 -> 'x'; default -> 5L; };
    double fraction = switch (n) { case 0 -> ctx.step(Steps::inc, 1); case 1 -> 2L; default -> 0.5f; };
    byte small = switch (n) { case 0 -> ctx.step(Steps::low, 300); case 1 -> 1; default -> (byte) n; };
    Integer box = switch (n) { case 0 -> ctx.step(Steps::boxed, -1); case 1 -> null; default -> n; };
    Object any = switch (n) { case 0 -> ctx.step(Steps::inc, 1); case 1 -> "text"; default -> 1.5; };
    String shown = "" + any;
    int sum = 1 + switch (n) { case 3 -> ctx.step(Steps::boxed, 4); case 4 -> 'a'; default -> (short) 2; };
    try {
      sum += switch (n) { case 0 -> ctx.step(Steps::inc, 9); default -> ctx.step(Steps::boxed, -n); };
    } catch (NullPointerException e) {
      sum = -1;
    }
    ctx.step(Steps::note, "" + wide);
    return wide + " " + fraction + " " + small + " " + box + " " + shown + " " + sum;
  }
}
