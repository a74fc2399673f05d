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

/** Throwable, Exception and RuntimeException as caught types. */
// input: ["fine"]
// input: ["io"]
// input: ["file"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class CatchAll {
  public String run(WorkflowContext ctx, String how) {
    String out = "";
    try {
      out += ctx.step(Steps::risky, how);
    } catch (RuntimeException e) {
      out += ctx.step(Steps::text, "runtime " + e.getMessage());
    } catch (Exception e) {
      out += ctx.step(Steps::text, "exception " + e.getMessage());
    }
    try {
      out += ctx.step(Steps::text, how);
      throw new StackOverflowError(out);
    } catch (Throwable e) {
      out += ctx.step(Steps::text, "throwable " + e.getMessage());
    }
    return out;
  }
}
