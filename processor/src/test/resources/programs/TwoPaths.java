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

/** Locals that only one path needs, and one that is dead after the first step. */
// input: [1]
// input: [2]
@Workflow
public class TwoPaths {
  public String run(WorkflowContext ctx, int n) {
    String dead = "dead" + n;
    ctx.step(Steps::note, dead);
    String left = "left" + n;
    String right = "right" + n;
    if (ctx.step(Steps::odd, n)) {
      ctx.step(Steps::note, left);
      left = "again";
      ctx.step(Steps::ping);
      return left;
    }
    dead = ctx.step(Steps::text, "new");
    return right + dead;
  }
}
