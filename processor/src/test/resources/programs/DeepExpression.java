package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** One expression with many steps and operands that stay pending. */
// input: [1]
// input: [2]
@Workflow
public class DeepExpression {
  public String run(WorkflowContext ctx, int n) {
    int i = n;
    return "a" + i++
        + (ctx.step(Steps::odd, i) ? ctx.step(Steps::text, "b" + ctx.step(Steps::inc, i++)) : List.of(i, ctx.step(Steps::inc, i)))
        + Math.max(i += ctx.step(Steps::inc, i), ctx.step(Steps::add, i--, ctx.step(Steps::inc, i) * i))
        + new Pair<>(ctx.step(Steps::text, "c"), new int[] {i, ctx.step(Steps::inc, i)}[ctx.step(Steps::zero)]).second()
        + (ctx.step(Steps::odd, i) && (i > 3 || ctx.step(Steps::not, true)) ? "y" : "z")
        + i;
  }
}
