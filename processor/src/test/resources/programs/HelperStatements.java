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

/** Calls as statements without braces, and in var, assert-like and ternary places. */
// input: [3]
// input: [1]
@Workflow
public class HelperStatements {
  public String run(WorkflowContext ctx, int n) {
    if (n > 2) up(ctx, n); else up(ctx, 0);
    var up = up(ctx, n);
    String text = up > 3 ? "a" + up(ctx, 1) : up == 2 ? "b" + up(ctx, 2) : "c";
    boolean both = up(ctx, n) > 3 && up(ctx, n) > 2 || up(ctx, 9) == 10;
    label:
    {
      if (up(ctx, n) == 2) break label;
      text += up(ctx, 5);
    }
    Object o = up(ctx, 8);
    if (o instanceof Integer i && up(ctx, i) > 8) text += i;
    return text + both + -up(ctx, n) + (double) up(ctx, n) + new int[] {up(ctx, 1), up(ctx, 2)}[1];
  }

  private int up(WorkflowContext ctx, int n) {
    return ctx.step(Steps::inc, n);
  }
}
