package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Effects;
import dev.everstep.processor.differential.world.Steps;
import java.util.function.BooleanSupplier;

/** Guards with locals, lambdas and bindings of their own. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [9]
// input: [-5]
@Workflow
public class SwitchGuards {
  public String run(WorkflowContext ctx, int n) throws Exception {
    int limit = ctx.step(Steps::inc, 2);
    String out = "";
    for (int i = 0; i < 2; i++) {
      Object o = n % 2 == 0 ? (Object) ("text" + n) : n;
      Object other = n > 1 ? "other" : 3;
      out +=
          switch (o) {
            case String s when limit > 2 && other instanceof String t && t.length() > s.length() - 1 ->
                ctx.step(Steps::text, s + t) + t;
            case String s when ((BooleanSupplier) () -> s.length() > limit + 2).getAsBoolean() ->
                ctx.step(Steps::text, "lambda " + s);
            case Integer k when Effects.is(k > limit) -> "k" + k + ctx.step(Steps::inc, k);
            default -> "none" + ctx.step(Steps::inc, limit);
          };
    }
    return out;
  }
}
