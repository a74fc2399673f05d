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

/** Calls in arguments of calls. */
// input: [2]
@Workflow
public class HelperNested {
  public int run(WorkflowContext ctx, int n) {
    return sum(ctx, sum(ctx, n, sum(ctx, 1, n)), ctx.step(Steps::inc, sum(ctx, n, n)));
  }

  private int sum(WorkflowContext ctx, int a, int b) {
    return ctx.step(Steps::add, a, b);
  }
}
