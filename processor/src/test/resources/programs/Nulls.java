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

/** Null arguments, results and locals. */
// input: ["null"]
// input: ["b"]
@Workflow
public class Nulls {
  public String run(WorkflowContext ctx, String a) {
    String none = ctx.step(Steps::orNull, null);
    String maybe = ctx.step(Steps::orNull, a);
    String later = null;
    ctx.step(Steps::note, "between");
    if (maybe != null) {
      later = ctx.step(Steps::text, maybe);
    }
    ctx.step(Steps::ping);
    return none + maybe + later;
  }
}
