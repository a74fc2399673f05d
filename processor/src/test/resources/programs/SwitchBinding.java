package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Shape;
import dev.everstep.processor.differential.world.Steps;

/** Bindings in front of, in and behind cases. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchBinding {
  public String run(WorkflowContext ctx, int n) throws Exception {
    Shape o = ctx.step(Steps::shape, n > 2 ? "circle" : "box");
    String out = "";
    switch (o instanceof Shape.Circle s ? (int) s.radius() : 0) {
      case 2:
        if (!(o instanceof Shape.Circle t)) break;
        out += ctx.step(Steps::half, t.radius()) + t.radius();
        break;
      default:
        out += o instanceof Shape.Box i && ctx.step(Steps::odd, (int) i.width()) ? i + "odd" : "even";
    }
    return out + switch (n) {
      case 3 -> {
        if (o instanceof Shape.Circle u) {
          ctx.step(Steps::note, "" + u);
          yield u;
        }
        yield o;
      }
      default -> o;
    };
  }
}
