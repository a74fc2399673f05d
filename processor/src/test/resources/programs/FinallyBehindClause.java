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

/** A catch clause that throws at once: the finally block of its own statement still runs. */
// input: ["io"]
// input: ["state"]
// input: ["fine"]
@Workflow
public class FinallyBehindClause {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try {
      try {
        out += ctx.step(Steps::risky, how);
      } catch (IOException e) {
        throw new IllegalArgumentException("clause", e);
      } finally {
        out += ctx.step(Steps::text, "finally");
      }
    } catch (IllegalArgumentException e) {
      out += e.getMessage() + e.getCause().getMessage();
    }
    return out;
  }
}
