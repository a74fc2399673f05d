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

/** Locals declared early and assigned on every path, in loops too. */
// input: [0]
// input: [3]
@Workflow
public class LateAssigned {
  public String run(WorkflowContext ctx, int n) {
    int a;
    String b;
    String out = "";
    for (int i = 0; i < n; i++) {
      int inner;
      if (ctx.step(Steps::odd, i)) {
        inner = i;
      } else {
        inner = ctx.step(Steps::inc, i);
      }
      out += inner;
    }
    a = ctx.step(Steps::inc, n);
    if (a > 2) b = "big";
    else b = ctx.step(Steps::text, "small");
    ctx.step(Steps::ping);
    return out + a + b;
  }
}
