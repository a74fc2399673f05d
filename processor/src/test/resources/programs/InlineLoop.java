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

/** Inline steps in a loop and inside expressions. */
// input: [3]
@Workflow
public class InlineLoop {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    int sum = 0;
    for (int i = 0; i < n; i++) {
      int turn = i;
      sum += ctx.step("add", () -> turn * 2) + i;
      out += ctx.step("show", () -> "s" + turn) + ctx.step("again", () -> turn + "a") + sum;
    }
    return ctx.step(Steps::text, ctx.step("in", () -> "deep")) + out;
  }
}
