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

/** A do loop whose condition is a step; continue goes to it. */
// input: [0]
// input: [3]
// input: [5]
@Workflow
public class DoLoop {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    int i = 0;
    do {
      i++;
      if (i == 2) {
        continue;
      }
      out += ctx.step(Steps::text, "" + i);
      if (i == 4) break;
    } while (ctx.step(Steps::inc, i) <= n);
    return out + i;
  }
}
