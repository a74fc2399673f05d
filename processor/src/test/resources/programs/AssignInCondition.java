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

/** Assignments in conditions, and loops without a body. */
// input: [0]
// input: [3]
@Workflow
public class AssignInCondition {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    int x;
    if ((x = ctx.step(Steps::inc, n)) > 2) {
      out += x;
    }
    int i = 0;
    String line;
    while ((line = ctx.step(Steps::orNull, i < n ? "line" + i : "null")) != null) {
      out += line;
      i++;
    }
    while (ctx.step(Steps::inc, i++) < 5) ;
    do i--; while (ctx.step(Steps::odd, i));
    for (; ctx.step(Steps::inc, i) < 8; i += 2) ;
    boolean done = false;
    while (!done) {
      done = (i -= ctx.step(Steps::inc, 0)) < 3;
    }
    return out + i + line + x;
  }
}
