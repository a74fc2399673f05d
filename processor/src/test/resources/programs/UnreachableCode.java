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

/** Statements that Java allows and that are never reached. */
// input: [0]
// input: [5]
@Workflow
public class UnreachableCode {
  public String run(WorkflowContext ctx, int n) {
    if (false) {
      ctx.step(Steps::note, "never");
    }
    for (int i = 0; ; i++) {
      if (ctx.step(Steps::inc, i) > n) {
        break;
      }
      if (i > 100) {
        throw new IllegalStateException();
      }
    }
    outer:
    {
      if (n == 0) {
        break outer;
      }
      ctx.step(Steps::text, "inner");
    }
    final boolean never = false;
    while (n > 100) {
      ctx.step(Steps::ping);
      if (never) continue;
      return "x";
    }
    do {
      ctx.step(Steps::ping);
      if (true) break;
      ctx.step(Steps::note, "dead");
    } while (true);
    if (true) {
      return ctx.step(Steps::text, "end");
    }
    return "after";
  }
}
