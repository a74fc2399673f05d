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

/** Steps in conditions and branches. */
// input: [1]
// input: [2]
// input: [7]
// input: [12]
@Workflow
public class IfElse {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    if (ctx.step(Steps::odd, n)) {
      out += ctx.step(Steps::text, "odd");
    } else if (n > 10) {
      out += "big";
    } else {
      ctx.step(Steps::note, "even");
      out += "even";
    }
    if (n == 7) out += ctx.step(Steps::inc, n);
    if (n < 5) {
      if (ctx.step(Steps::odd, n + 1)) return out + " early";
    } else {
      out += "late";
    }
    return out;
  }
}
