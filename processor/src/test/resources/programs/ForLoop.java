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

/** Several variables, updates with steps, empty parts. */
// input: [0]
// input: [3]
@Workflow
public class ForLoop {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    for (int i = 0, k = ctx.step(Steps::inc, n); i < k; i = ctx.step(Steps::inc, i), k--) {
      out += i + ":" + k + " ";
      ctx.step(Steps::ping);
    }
    int j = 0;
    for (; ; ) {
      if (j++ >= n) break;
      out += ctx.step(Steps::inc, j);
    }
    for (Effects.log("init"); ctx.step(Steps::odd, j); j++) {
      out += "odd";
    }
    return out + j;
  }
}
