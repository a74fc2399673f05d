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

/** A try with finally inside a finally block, while a failure is pending. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class FinallyInFinally {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try {
      out += ctx.step(Steps::risky, how);
    } finally {
      try {
        out += "1";
        ctx.step(Steps::note, out);
        ctx.step(Steps::picky, how.length());
      } catch (RefusedException e) {
        out += "2" + e.code();
        ctx.step(Steps::note, out);
      } finally {
        out += "3";
        ctx.step(Steps::note, out);
      }
      ctx.step(Steps::note, "done");
    }
    return out;
  }
}
