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

/** Inline steps that throw, checked and not. */
// input: ["io"]
// input: ["state"]
// input: ["fine"]
@Workflow
public class InlineFails {
  public String run(WorkflowContext ctx, String how) {
    String out = "";
    try {
      out += ctx.step("risk", () -> {
        Effects.log("risk " + how);
        if (how.equals("io")) {
          throw new IOException("inline " + how);
        }
        if (how.equals("state")) {
          throw new IllegalStateException("inline " + how);
        }
        return how;
      });
    } catch (IOException e) {
      out += ctx.step(Steps::text, e.getMessage());
    }
    return out;
  }
}
