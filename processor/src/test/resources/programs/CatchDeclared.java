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

/** A checked exception of a step, caught by its type. */
// input: ["fine"]
// input: ["io"]
// input: ["file"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class CatchDeclared {
  public String run(WorkflowContext ctx, String how) {
    try {
      int n = ctx.step(Steps::picky, how.length());
      return ctx.step(Steps::disk, how) + n;
    } catch (IOException e) {
      return "io " + e.getMessage() + e.getCause();
    } catch (RefusedException e) {
      return "refused " + e.code() + e.getMessage();
    }
  }
}
