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

/** Steps in the three parts of three nested statements. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class FinallyOrder {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try {
      try {
        try {
          out += (ctx.step(Steps::risky, how));
        } finally {
          out += (ctx.step(Steps::inc, 1));
        }
      } catch (IOException e) {
        out += (ctx.step(Steps::text, "io"));
        throw new IllegalStateException("wrapped", e);
      } finally {
        out += (ctx.step(Steps::inc, 2));
      }
    } catch (IllegalStateException e) {
      Effects.caught(e);
      if (e.getCause() != null) {
        Effects.caught(e.getCause());
      }
    } finally {
      out += (ctx.step(Steps::inc, 3));
    }
    return out;
  }
}
