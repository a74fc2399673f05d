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

/** One name for many variables in scopes beside each other. */
// input: [2]
@Workflow
public class DuplicateNames {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    {
      int x = ctx.step(Steps::inc, n);
      out += ctx.step(Steps::inc, x) + x;
    }
    {
      String x = ctx.step(Steps::text, "x");
      out += ctx.step(Steps::text, x) + x;
    }
    for (int x = 0; x < 1; x++) out += ctx.step(Steps::inc, x);
    for (String x : List.of("p")) out += ctx.step(Steps::text, x) + x;
    for (long x : new long[] {3}) out += ctx.step(Steps::twice, x) + x;
    try (Door x = Door.open("o")) {
      out += ctx.step(Steps::text, x.name()) + x;
    } catch (Exception x) {
      out += x;
    }
    try {
      ctx.step(Steps::picky, 3);
    } catch (RefusedException x) {
      out += ctx.step(Steps::text, x.getMessage()) + x.code();
    }
    Function<Integer, Integer> f = x -> x + 1;
    out += f.apply(1);
    switch (n) {
      case 2 -> {
        boolean x = ctx.step(Steps::odd, 1);
        out += ctx.step(Steps::not, x) + "" + x;
      }
      default -> {
        double x = 1;
        out += x;
      }
    }
    List<String> x = ctx.step(Steps::words, "q");
    ctx.step(Steps::ping);
    return out + x;
  }
}
