package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;

/** Switches in switches, statements and expressions. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchNested {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    switch (n) {
      case 0, 1, 2 -> {
        switch (ctx.step(Steps::inc, n)) {
          case 1:
            out += "a";
            break;
          case 2:
            out += switch (n) {
              case 1 -> {
                switch (out.length()) {
                  case 0:
                    yield ctx.step(Steps::text, "deep");
                  default:
                    yield "plain";
                }
              }
              default -> "no";
            };
          default:
            out += ctx.step(Steps::inc, 40);
        }
      }
      default -> {
        int value =
            switch (n) {
              case 3 -> switch (ctx.step(Steps::inc, 3)) {
                case 4 -> ctx.step(Steps::inc, 44);
                default -> 0;
              };
              case 4 -> 4;
              default -> -1;
            };
        out += value;
      }
    }
    return out;
  }
}
