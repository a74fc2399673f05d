package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** A labelled switch, left from within. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchLabeled {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    all:
    switch (n) {
      case 1:
        for (;;) {
          out += ctx.step(Steps::inc, out.length());
          if (out.length() > 2) break all;
        }
      case 2:
        inner:
        {
          if (ctx.step(Steps::odd, 1)) break inner;
          out += "never";
        }
        switch (ctx.step(Steps::inc, 1)) {
          case 2:
            break all;
          default:
            out += "x";
        }
      default:
        out += ctx.step(Steps::text, "end");
    }
    return out;
  }
}
