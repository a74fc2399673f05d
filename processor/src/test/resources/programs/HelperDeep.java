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

/** Three hundred frames, a step in the last. */
// input: [300]
// input: [1]
@Workflow
public class HelperDeep {
  public long run(WorkflowContext ctx, int n) {
    return deep(ctx, n, 0L);
  }

  private long deep(WorkflowContext ctx, int n, long sum) {
    return n == 0 ? ctx.step(Steps::twice, sum) : deep(ctx, n - 1, sum + n) + n;
  }
}
