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

/** Conditional operators evaluate what they must and no more. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class Conditional {
  public String run(WorkflowContext ctx, int n) {
    boolean a = ctx.step(Steps::odd, n) && ctx.step(Steps::odd, n / 2);
    boolean b = ctx.step(Steps::odd, n) || ctx.step(Steps::odd, n / 2);
    boolean c = n > 1 && ctx.step(Steps::odd, n) || Effects.is(n == 0) && !ctx.step(Steps::odd, n + 1);
    boolean d = Effects.is(true) & ctx.step(Steps::odd, n) | Effects.is(false) ^ ctx.step(Steps::not, false);
    int e = n > 1 ? ctx.step(Steps::inc, n) : n == 0 ? ctx.step(Steps::inc, 10) : Effects.at(5);
    long f = ctx.step(Steps::odd, n) ? ctx.step(Steps::inc, n) : ctx.step(Steps::twice, 4L);
    Integer g = n > 5 ? null : ctx.step(Steps::boxed, n - 1);
    String h = (n == 2 ? ctx.step(Steps::text, "x") : "y") + (ctx.step(Steps::odd, n) ? "p" : ctx.step(Steps::text, "q"));
    if (!(ctx.step(Steps::odd, n) || n == 2) && (a || ctx.step(Steps::not, b))) {
      h += "if";
    }
    return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h;
  }
}
