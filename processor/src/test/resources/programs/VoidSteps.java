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

/** Steps without a result, in every place they can stand. */
// input: [0]
// input: [3]
@Workflow
public class VoidSteps {
  public void run(WorkflowContext ctx, int n) throws Exception {
    ctx.step(Steps::ping);
    for (int i = 0; i < n; i++) ctx.step(Steps::note, "n" + i);
    if (n > 1) ctx.step(Steps::ping);
    else ctx.step(Steps::note, "else");
    try {
      ctx.step(Steps::note, "try");
      ctx.step(Steps::risky, n > 1 ? "io" : "none");
    } catch (IOException e) {
      ctx.step(Steps::ping);
      return;
    }
    ctx.step(Steps::note, "end");
  }
}
