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

/** Conditional operators inside arguments, indexes and receivers. */
// input: [0]
// input: [1]
@Workflow
public class ConditionalArgument {
  public String run(WorkflowContext ctx, int n) {
    int[] a = ctx.step(Steps::ints, 3);
    int i = 0;
    String out = String.join(",", Effects.seen("l"), n == 0 ? ctx.step(Steps::text, "m") : "k", Effects.seen("r"));
    a[n == 0 ? i++ : ctx.step(Steps::inc, i)] += n == 1 ? ctx.step(Steps::inc, i++) : i;
    out += (ctx.step(Steps::odd, n) ? "abc" : ctx.step(Steps::text, "de")).substring(1).concat(ctx.step(Steps::text, "z"));
    out += ctx.step(Steps::add, n == 0 && ctx.step(Steps::odd, 3) ? 1 : 2, i += ctx.step(Steps::inc, i));
    return out + Arrays.toString(a) + i;
  }
}
