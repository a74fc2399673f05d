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

/** Helpers without a result. */
// input: [2]
// input: [0]
@Workflow
public class HelperVoid {
  public String run(WorkflowContext ctx, int n) {
    List<String> log = new ArrayList<>();
    note(ctx, log, n);
    for (int i = 0; i < n; i++) note(ctx, log, i);
    if (n > 1) note(ctx, log, 99); else note(ctx, log, -1);
    nothing(ctx);
    return log.toString();
  }

  private void note(WorkflowContext ctx, List<String> log, int n) {
    if (n == 0) {
      log.add("zero");
      return;
    }
    log.add(ctx.step(Steps::text, "" + n));
  }

  private void nothing(WorkflowContext ctx) {}
}
