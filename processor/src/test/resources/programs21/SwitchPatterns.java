package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Shape;
import dev.everstep.processor.differential.world.Steps;

/** Type and record patterns with guards, null and default. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class SwitchPatterns {
  public String run(WorkflowContext ctx, int n) throws Exception {
    Object[] all = {null, "text", "long text", 5, 50, new Shape.Box(2, 3), 'c'};
    Object o = all[n];
    String out =
        switch (o) {
          case null -> ctx.step(Steps::text, "null");
          case String s when s.length() > 4 -> ctx.step(Steps::text, s) + s;
          case String s -> {
            ctx.step(Steps::note, s);
            yield s + s.length();
          }
          case Integer i when i > 10 && n > 3 -> "big" + ctx.step(Steps::inc, i) + i;
          case Integer i -> "small" + i;
          case Shape.Box(double width, var height) when width < height ->
              width + ctx.step(Steps::text, "box") + height;
          default -> "other";
        };
    Object p = n == 1 ? "text" : n == 2 ? n : null;
    switch (p) {
      case String s:
        out += ctx.step(Steps::text, s);
        break;
      case null, default:
        out += ctx.step(Steps::inc, n);
    }
    return out;
  }
}
