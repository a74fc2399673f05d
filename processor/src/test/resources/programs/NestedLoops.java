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

/** Loops in loops with break, continue and labels. */
// input: [2]
// input: [4]
@Workflow
public class NestedLoops {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    outer:
    for (int i = 0; i < n; i++) {
      int k = 0;
      while (true) {
        k++;
        if (k == 2) continue;
        if (ctx.step(Steps::add, i, k) == 4) continue outer;
        if (k > 3) break;
        for (int m = 0; m < 2; m++) {
          if (i == 3 && m == 1) break outer;
          out += ctx.step(Steps::inc, m) + "" + i + k + ",";
        }
      }
      out += ";";
    }
    block:
    {
      out += ctx.step(Steps::text, "in");
      if (n == 2) break block;
      out += "full";
    }
    return out;
  }
}
