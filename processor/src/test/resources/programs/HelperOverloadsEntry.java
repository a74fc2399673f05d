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

/** Helpers with the entry's name, one declared before it. */
// input: [3]
@Workflow
public class HelperOverloadsEntry {
  int run(WorkflowContext ctx, long n, String s) {
    return ctx.step(Steps::inc, (int) n) + s.length();
  }

  public int run(WorkflowContext ctx, int n) {
    return run(ctx, 2L * n, "ab") + run(ctx);
  }

  static int run(WorkflowContext ctx) {
    return ctx.step(Steps::zero);
  }
}
