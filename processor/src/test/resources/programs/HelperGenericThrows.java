package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** A type parameter that is thrown. */
// input: ["io"]
// input: ["fine"]
@Workflow
public class HelperGenericThrows {
  public String run(WorkflowContext ctx, String how) {
    try {
      return fail(ctx, how, new IOException("no " + how));
    } catch (IOException e) {
      return ctx.step(Steps::text, e.getMessage());
    }
  }

  private <X extends Exception> String fail(WorkflowContext ctx, String how, X with) throws X {
    ctx.step(Steps::ping);
    if (how.equals("io")) {
      throw with;
    }
    return how;
  }
}
