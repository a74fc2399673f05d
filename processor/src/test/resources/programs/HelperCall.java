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

/** A private helper with a step, called twice. */
// input: [1]
// input: [-3]
@Workflow
public class HelperCall {
  public int run(WorkflowContext ctx, int n) {
    int first = bump(ctx, n);
    Effects.log("between " + first);
    return first * 10 + bump(ctx, first);
  }

  private int bump(WorkflowContext ctx, int n) {
    int more = ctx.step(Steps::inc, n);
    return ctx.step(Steps::add, more, n);
  }
}
