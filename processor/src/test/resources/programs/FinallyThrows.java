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

/** The finally block throws in the place of what was pending. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class FinallyThrows {
  public String run(WorkflowContext ctx, String how) throws Exception {
    try {
      if (how.equals("fine")) {
        return ctx.step(Steps::text, how);
      }
      return ctx.step(Steps::risky, how);
    } finally {
      if (ctx.step(Steps::text, how).contains("s")) {
        ctx.step(Steps::picky, 3);
      }
      if (how.equals("number")) {
        throw new IllegalArgumentException("from finally");
      }
    }
  }
}
