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

/** Conditional operators in each other, with steps in tests and values. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class ConditionalChains {
  public String run(WorkflowContext ctx, int n) {
    String a = n == 0 ? "zero" : ctx.step(Steps::odd, n) ? n == 1 ? ctx.step(Steps::text, "one") : "odd" : ctx.step(Steps::text, "even");
    int b = (n > 1 ? ctx.step(Steps::inc, n) : n) + (ctx.step(Steps::odd, n) ? 1 : ctx.step(Steps::inc, 9));
    List<String> c = n == 2 ? new ArrayList<>() : ctx.step(Steps::words, "x,y");
    c.add(n > 0 && ctx.step(Steps::odd, n) || n == 0 ? ctx.step(Steps::text, "t") : "f");
    Supplier<String> d = n == 3 ? () -> a : a::trim;
    String e = d.get();
    return e + b + c + (n < 2 ? ctx.step(Steps::odd, b) : ctx.step(Steps::boxed, b));
  }
}
