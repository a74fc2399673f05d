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

/** A step in each of the three parts; failures pass through. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class FinallyPlain {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "a";
    try {
      out += ctx.step(Steps::risky, how);
    } catch (IllegalStateException e) {
      out += ctx.step(Steps::text, e.getMessage());
    } finally {
      out += "f";
      ctx.step(Steps::note, out);
    }
    return out + ctx.step(Steps::text, "end");
  }
}
