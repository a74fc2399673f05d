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

/** Inline steps that throw what they declare and what they do not. */
// input: ["io"]
// input: ["state"]
// input: ["none"]
@Workflow
public class InlineThrows {
  public String run(WorkflowContext ctx, String how) {
    String out = "";
    try {
      out += ctx.step("checked", () -> {
        if (how.equals("io")) throw new IOException("from " + how);
        return how;
      });
    } catch (IOException e) {
      out += e.getMessage();
    }
    try {
      ctx.step("unchecked", () -> {
        if (how.equals("state")) throw new IllegalStateException(how, new RefusedException("c", 3));
      });
    } catch (IllegalStateException e) {
      out += e.getMessage() + ((RefusedException) e.getCause()).code();
    } finally {
      out += ctx.step("last", () -> "end");
    }
    return out;
  }
}
