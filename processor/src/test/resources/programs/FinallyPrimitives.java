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

/** Results that are converted when they are returned. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyPrimitives {
  public long run(WorkflowContext ctx, int n) throws Exception {
    byte small = (byte) n;
    try {
      if (n == 0) return 'x';
      if (n == 1) return small;
      if (n == 2) return ctx.step(Steps::inc, n);
      if (n == 3) return n > 2 ? small : 'y';
      if (n == 4) return ctx.step(Steps::boxed, n);
      if (n == 5) return Integer.valueOf(n);
    } finally {
      small = 100;
      ctx.step(Steps::ping);
    }
    return small;
  }
}
