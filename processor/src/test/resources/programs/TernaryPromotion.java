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

/** Numeric promotion in conditional expressions with steps. */
// input: [0]
// input: [1]
// input: [-1]
@Workflow
public class TernaryPromotion {
  public String run(WorkflowContext ctx, int n) {
    String a = String.valueOf((Object) (n == 0 ? ctx.step(Steps::inc, n) : ctx.step(Steps::half, (double) n)));
    String b = String.valueOf((Object) (n == 0 ? ctx.step(Steps::next, 'a') : 5));
    String c = String.valueOf((Object) (n > 0 ? ctx.step(Steps::twice, (long) n) : ctx.step(Steps::inc, n)));
    long d = n == 0 ? ctx.step(Steps::inc, n) : 'x';
    String e = String.valueOf((Object) (n == 0 ? (Object) ctx.step(Steps::inc, n) : (Object) 2.5));
    String f = String.valueOf((Object) (n == 0 ? ctx.step(Steps::text, "t") : ctx.step(Steps::inc, n)));
    String shown = a + "," + b + "," + c + "," + d + "," + e + "," + f;
    short s = n == 0 ? ctx.step(Steps::mid, 9) : 3;
    char g = n > 0 ? ctx.step(Steps::next, 'k') : 'z';
    Integer boxed = n == 0 ? 1 : ctx.step(Steps::boxed, n - 1 < 0 ? 4 : n);
    return shown + s + g + boxed + (n == 0 ? 1 : ctx.step(Steps::half, (double) n));
  }
}
