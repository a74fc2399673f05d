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

/** An exception that nobody catches, from a step and from plain code. */
// input: [1]
// input: [3]
// input: [5]
// input: [0]
@Workflow
public class Uncaught {
  public int run(WorkflowContext ctx, int n) throws RefusedException {
    int a = 12 / n;
    int b = ctx.step(Steps::picky, n);
    if (b == 2) {
      throw new RefusedException("one", a);
    }
    return b;
  }
}
