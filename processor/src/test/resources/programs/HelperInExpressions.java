package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Calls in operands: what was evaluated before stays. */
// input: [1]
// input: [4]
@Workflow
public class HelperInExpressions {
  public String run(WorkflowContext ctx, int n) {
    int[] slots = {1, 2, 3};
    int i = 0;
    slots[i++] += twice(ctx, i) + Effects.at(n) * twice(ctx, slots[i]);
    String text = Effects.seen("x") + twice(ctx, n) + (twice(ctx, n) > 5 && twice(ctx, 1) > 0 ? "y" : twice(ctx, 7) + "z");
    n += twice(ctx, n++) - n;
    return text + slots[0] + slots[1] + n + Steps.add(Effects.at(1), twice(ctx, Effects.at(2)));
  }

  private int twice(WorkflowContext ctx, int n) {
    return (int) (long) ctx.step(Steps::twice, (long) n);
  }
}
