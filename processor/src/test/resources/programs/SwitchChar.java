package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** Over char, byte and short, and boxes of them. */
// input: ["a"]
// input: ["b"]
// input: ["c"]
// input: ["z"]
@Workflow
public class SwitchChar {
  public String run(WorkflowContext ctx, String s) throws Exception {
    String out = "";
    switch (ctx.step(Steps::next, s.charAt(0))) {
      case 'b' -> out += ctx.step(Steps::next, 'x');
      case 99, 'd' -> out += "number";
      default -> out += ctx.step(Steps::inc, 0);
    }
    byte low = ctx.step(Steps::low, (int) s.charAt(0));
    switch (low) {
      case 97:
        out += ctx.step(Steps::low, 5);
        break;
      case 'b':
        out += "b";
    }
    Character box = s.charAt(0);
    switch (box) {
      case 'c' -> ctx.step(Steps::note, "boxed");
      default -> out += "!";
    }
    return out;
  }
}
