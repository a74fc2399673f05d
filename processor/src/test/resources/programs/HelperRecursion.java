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

/** Recursion with a step, one list in all frames. */
// input: [0]
// input: [4]
@Workflow
public class HelperRecursion {
  public List<String> run(WorkflowContext ctx, int depth) {
    List<String> seen = new ArrayList<>();
    List<String> same = seen;
    int steps = descend(ctx, depth, seen);
    same.add("end");
    return List.of(seen + "", steps + "", "" + (seen == same));
  }

  private int descend(WorkflowContext ctx, int depth, List<String> seen) {
    seen.add("down " + depth);
    seen.add(ctx.step(Steps::text, "at " + depth));
    if (depth == 0) {
      return 1;
    }
    int below = descend(ctx, depth - 1, seen);
    seen.add(ctx.step(Steps::text, "up " + seen.size()));
    return below + 2;
  }
}
