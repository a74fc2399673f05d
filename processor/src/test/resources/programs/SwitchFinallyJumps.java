package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.Effects;
import dev.everstep.processor.differential.world.Steps;

/** Breaks, continues and returns leave switches through finally blocks with steps. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
@Workflow
public class SwitchFinallyJumps {
  public String run(WorkflowContext ctx, int n) throws Exception {
    StringBuffer none = null;
    String out = "";
    outer:
    for (int i = 0; i < 4; i++) {
      try {
        switch ((n + i) % 5) {
          case 0:
            out += "a";
            break;
          case 1:
            try {
              out += "b";
              continue outer;
            } finally {
              out += ctx.step(Steps::text, "B");
            }
          case 2:
            try {
              if (i == 2) break outer;
            } finally {
              out += ctx.step(Steps::text, "C");
            }
          case 3:
            out += "d" + ctx.step(Steps::inc, i);
            if (n == 3) return out + "!";
          default:
            out += "e";
        }
        out += ";";
      } finally {
        out +=
            switch (i) {
              case 0 -> ctx.step(Steps::text, "first");
              case 1 -> {
                Effects.log("one");
                yield "1";
              }
              default -> "" + ctx.step(Steps::inc, i);
            };
      }
    }
    return out;
  }
}
