package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Steps;
import java.util.function.Supplier;

/** Lambdas in cases, that capture what the switch made. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchLambda {
  public String run(WorkflowContext ctx, int n) throws Exception {
    int base = ctx.step(Steps::inc, n);
    Supplier<String> late;
    switch (base) {
      case 1:
        String one = ctx.step(Steps::text, "one");
        ctx.step(Steps::note, one);
        late = () -> one + base;
        break;
      case 2, 3:
        int two = ctx.step(Steps::inc, base);
        late = () -> "two" + (two + base);
        break;
      default:
        late = () -> {
          switch (base) {
            case 4:
              return "four";
            default:
              break;
          }
          return switch (base) { case 5 -> "five"; default -> { int k = base; yield "k" + k; } };
        };
    }
    return late.get();
  }
}
