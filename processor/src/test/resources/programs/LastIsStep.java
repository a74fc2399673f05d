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

/** A result that is a step. */
// input: [5]
@Workflow
public class LastIsStep {
  public long run(WorkflowContext ctx, long n) {
    return ctx.step(Steps::twice, n);
  }
}
