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

/** A local assigned in try, catch and after. */
// input: ["fine"]
// input: ["io"]
// input: ["file"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class CatchAssigned {
  public String run(WorkflowContext ctx, String how) {
    String result;
    int stage = 0;
    try {
      stage = 1;
      result = ctx.step(Steps::disk, how);
      stage = 2;
      ctx.step(Steps::note, result);
      stage = 3;
    } catch (IOException e) {
      result = "failed at " + stage;
    } catch (RuntimeException e) {
      ctx.step(Steps::inc, stage);
      result = "crashed at " + stage;
      stage = 10;
    }
    return ctx.step(Steps::text, result) + stage;
  }
}
