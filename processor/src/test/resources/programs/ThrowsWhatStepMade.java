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

/** An exception that a step made is thrown. */
// input: [0]
// input: [1]
// input: [2]
@Workflow
public class ThrowsWhatStepMade {
  public String run(WorkflowContext ctx, int n) throws Exception {
    try {
      if (n == 0) {
        throw ctx.step("make", () -> new RefusedException("made", 7));
      }
      if (n == 1) {
        throw ctx.step("wrap", () -> new IllegalStateException("outer", new IOException("inner")));
      }
    } catch (RefusedException e) {
      return e.getMessage() + e.code() + ctx.step(Steps::inc, e.code());
    } catch (IllegalStateException e) {
      Throwable cause = e.getCause();
      ctx.step(Steps::ping);
      return e.getMessage() + cause.getMessage() + (cause == null);
    }
    throw n == 2 ? new RefusedException("kept " + ctx.step(Steps::inc, n), 1) : ctx.step("never", () -> new RefusedException("x", 2));
  }
}
