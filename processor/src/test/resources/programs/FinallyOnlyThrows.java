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

/** The try block can but throw. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyOnlyThrows {
  public int run(WorkflowContext ctx, int n) throws Exception {
    try {
      try {
        ctx.step(Steps::ping);
        throw n > 2 ? new IllegalStateException("s" + n) : new RefusedException("r", n);
      } finally {
        ctx.step(Steps::note, "f" + n);
      }
    } catch (RefusedException e) {
      return e.code() + ctx.step(Steps::inc, 1);
    }
  }
}
