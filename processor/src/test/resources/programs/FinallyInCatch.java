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

/** A try with finally inside a catch clause with a finally block. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class FinallyInCatch {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try {
      out += ctx.step(Steps::risky, how);
    } catch (IOException e) {
      try {
        out += ctx.step(Steps::risky, "state");
      } finally {
        out += e.getMessage() + ctx.step(Steps::text, "in");
      }
    } catch (RefusedException | IllegalStateException e) {
      return ctx.step(Steps::text, out + e.getMessage());
    } finally {
      ctx.step(Steps::note, "out " + out);
    }
    return out;
  }
}
