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

/** Long chains of conditions with steps in any operand. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
@Workflow
public class ShortCircuits {
  public String run(WorkflowContext ctx, int n) {
    boolean a = ctx.step(Steps::odd, n) && ctx.step(Steps::odd, n + 2) || !ctx.step(Steps::odd, n + 1) && n > 1;
    boolean b = !(ctx.step(Steps::odd, n) || n == 2) && (n > 2 || ctx.step(Steps::odd, 5)) ^ ctx.step(Steps::odd, 6);
    boolean c = ctx.step(Steps::odd, n) & ctx.step(Steps::odd, n + 1) | ctx.step(Steps::not, a);
    boolean d = a == ctx.step(Steps::odd, 1) != b;
    boolean e = false;
    e |= ctx.step(Steps::odd, n) && (e = true) && n == 1;
    e &= ctx.step(Steps::odd, 3);
    int hits = 0;
    if (n > 0 && ctx.step(Steps::odd, n) || n > 3 && !ctx.step(Steps::odd, n) || ctx.step(Steps::odd, 9) && hits++ == 0) hits += 10;
    while (hits < 30 && (ctx.step(Steps::odd, hits) || hits % 3 != 0)) hits += 7;
    return "" + a + b + c + d + e + hits + (a ? b ? ctx.step(Steps::inc, 1) : 2 : c ? ctx.step(Steps::inc, 3) : 4);
  }
}
