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

/** A helper that never suspends, and one that nobody calls. */
// input: [3]
@Workflow
public class HelperNoSteps {
  public String run(WorkflowContext ctx, int n) {
    String time = time(ctx, n);
    return time + ctx.step(Steps::inc, n) + time(ctx, n);
  }

  private String time(WorkflowContext ctx, int n) {
    return ctx.now().getEpochSecond() + n + ";";
  }

  private int unused(WorkflowContext ctx, int n) {
    return unused(ctx, ctx.step(Steps::inc, n));
  }
}
