package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** Over a string, with constants of all sorts in labels. */
// input: ["a"]
// input: ["bb"]
// input: ["cc"]
// input: ["dd"]
// input: ["x"]
// input: [null]
@Workflow
public class SwitchString {
  static final String MEMBER = "bb";

  public String run(WorkflowContext ctx, String s) throws Exception {
    final String local = "cc";
    String out;
    switch (ctx.step(Steps::orNull, s)) {
      case "a":
        out = ctx.step(Steps::text, s);
        break;
      case MEMBER:
        out = "member" + ctx.step(Steps::inc, 1);
        break;
      case local, "d" + "d":
        out = "local" + ctx.step(Steps::inc, 2);
        break;
      default:
        out = "none";
    }
    return out;
  }
}
