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

/** A local that is read only where a jump out of plain code goes. */
// input: [1]
// input: [4]
@Workflow
public class JumpLive {
  public String run(WorkflowContext ctx, int n) {
    int kept = ctx.step(Steps::inc, n);
    int other = ctx.step(Steps::inc, kept);
    far:
    {
      ctx.step(Steps::ping);
      if (n > 2) {
        Effects.log("jumps");
        break far;
      }
      return "early " + other;
    }
    return "late " + kept;
  }
}
