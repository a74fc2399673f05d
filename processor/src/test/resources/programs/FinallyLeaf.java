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

/** The finally block has no step; the try block has. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class FinallyLeaf {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try {
      out = ctx.step(Steps::risky, how);
    } finally {
      Effects.log("finally " + out);
    }
    return out;
  }
}
