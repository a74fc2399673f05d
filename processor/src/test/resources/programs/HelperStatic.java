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

/** Static helpers, called by name and by class. */
// input: [3]
@Workflow
public class HelperStatic {
  static final int FACTOR = 4;

  public int run(WorkflowContext ctx, int n) {
    return scale(ctx, n) + HelperStatic.scale(ctx, n + 1) + this.scaled(ctx, n) + HelperStatic.this.scaled(ctx, 1);
  }

  static int scale(WorkflowContext ctx, int n) {
    return ctx.step(Steps::inc, n) * FACTOR;
  }

  int scaled(WorkflowContext ctx, int n) {
    return scale(ctx, n) * 2;
  }
}
