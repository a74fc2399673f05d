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

/** A caught exception of a wide type is thrown again with its own type. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["number"]
@Workflow
public class PreciseRethrow {
  public String run(WorkflowContext ctx, String how) throws IOException, RefusedException {
    String out = "";
    try {
      try {
        out += ctx.step(Steps::disk, how) + (how.equals("refused") ? ctx.step(Steps::picky, 3) : 0);
      } catch (final Exception e) {
        ctx.step(Steps::note, "saw " + e.getMessage());
        throw e;
      }
    } catch (NumberFormatException e) {
      out += "number";
    } finally {
      ctx.step(Steps::ping);
    }
    try {
      try {
        ctx.step(Steps::disk, how);
      } catch (Throwable t) {
        out += ctx.step(Steps::text, t.getMessage());
        throw t;
      }
    } catch (IOException e) {
      out += "again";
    }
    return out;
  }
}
