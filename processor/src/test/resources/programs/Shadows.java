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

/** Sibling scopes with one name and different types. */
// input: [2]
@Workflow
public class Shadows {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    {
      int x = ctx.step(Steps::inc, n);
      out += ctx.step(Steps::inc, x) + x;
    }
    {
      String x = ctx.step(Steps::text, "s");
      out += ctx.step(Steps::text, x) + x;
    }
    for (int x = 0; x < n; x++) {
      long y = ctx.step(Steps::inc, x);
      out += ctx.step(Steps::twice, y) + x;
    }
    for (String x : List.of("p")) {
      String y = ctx.step(Steps::text, x);
      out += ctx.step(Steps::text, y);
    }
    if (n > 0) {
      List<Integer> x = new ArrayList<>(List.of(n));
      x.add(ctx.step(Steps::inc, n));
      out += x;
    } else {
      boolean x = ctx.step(Steps::odd, n);
      out += x;
    }
    try {
      int x = ctx.step(Steps::positive, -1);
      out += x;
    } catch (IllegalArgumentException x) {
      ctx.step(Steps::ping);
      out += x.getMessage();
    }
    return out + ((Function<Integer, Integer>) x -> x + 1).apply(4);
  }
}
