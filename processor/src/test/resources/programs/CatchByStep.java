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

/** A checked exception that only a step can throw is caught by its type. */
// input: ["fine"]
// input: ["io"]
// input: ["file"]
// input: ["state"]
@Workflow
public class CatchByStep {
  public String run(WorkflowContext ctx, String how) {
    String out = "";
    try {
      out = ctx.step(Steps::disk, how);
    } catch (FileNotFoundException e) {
      out = "file " + ctx.step(Steps::text, e.getMessage());
    } catch (IOException e) {
      out = "io " + e.getCause().getMessage();
    }
    try {
      if (how.equals("fine")) {
        ctx.step(Steps::disk, "io");
      }
    } catch (IOException e) {
      out += e.getMessage();
    }
    return out;
  }
}
