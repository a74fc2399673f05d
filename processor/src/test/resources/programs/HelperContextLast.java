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

/** The context need not come first. */
// input: [3]
@Workflow
public class HelperContextLast {
  public String run(WorkflowContext ctx, int n) {
    return label("l", n, ctx) + middle(n, ctx, "m") + (middle((n), (ctx), ("p")));
  }

  private String label(String text, int n, WorkflowContext ctx) {
    return text + ctx.step(Steps::inc, n);
  }

  private String middle(int n, WorkflowContext context, String text) {
    return text + label(text, n, context);
  }
}
