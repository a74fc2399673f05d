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

/** Caught, noted and thrown again, as itself or as the cause of another. */
// input: ["fine"]
// input: ["io"]
// input: ["file"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class CatchRethrow {
  public String run(WorkflowContext ctx, String how) throws Exception {
    try {
      try {
        return ctx.step(Steps::risky, how);
      } catch (IOException e) {
        ctx.step(Steps::note, "rethrow");
        throw e;
      } catch (RefusedException e) {
        ctx.step(Steps::ping);
        throw new IllegalStateException("wrapped " + e.code(), e);
      } catch (NumberFormatException e) {
        throw new UncheckedIOException(new IOException("plain", e));
      }
    } catch (IllegalStateException e) {
      if (e.getCause() == null) {
        throw e;
      }
      ctx.step(Steps::note, e.getMessage());
      return "outer " + e.getCause().getMessage();
    }
  }
}
