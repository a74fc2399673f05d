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

/** Switch expressions without steps beside expressions with them. */
// input: [0]
// input: [1]
// input: [5]
@Workflow
public class SwitchExpressionPlaces {
  public String run(WorkflowContext ctx, int n) {
    int a = switch (n) { case 0 -> 1; default -> 2; } + ctx.step(Steps::inc, n);
    String b = ctx.step(Steps::text, switch (n) {
      case 0 -> "zero";
      case 1 -> {
        String t = "one";
        yield t + a;
      }
      default -> throw new IllegalArgumentException("n" + n);
    });
    Supplier<Integer> c = () -> switch (n) { case 1: yield a; default: yield -a; };
    return a + b + c.get() + ctx.step(Steps::add, switch (a) { case 2 -> 7; default -> 8; }, a);
  }
}
