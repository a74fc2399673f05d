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

/** The entry calls itself, and a helper calls the entry. */
// input: [3]
@Workflow
public class HelperEntry {
  public int run(WorkflowContext ctx, int n) {
    if (n <= 0) {
      return ctx.step(Steps::inc, 0);
    }
    return n % 2 == 0 ? again(ctx, n) : run(ctx, n - 1) + 1;
  }

  private int again(WorkflowContext ctx, int n) {
    return this.run(ctx, n - ctx.step(Steps::inc, 0)) * 2;
  }
}
