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

/** Final locals that are assigned on one of several ways. */
// input: [0]
// input: [1]
// input: [2]
@Workflow
public class DefiniteAssignment {
  public String run(WorkflowContext ctx, int n) {
    final int x;
    if (n == 0) x = 1;
    else x = ctx.step(Steps::inc, n);
    final String s;
    switch (n) {
      case 0:
        s = "zero";
        break;
      case 1:
        s = ctx.step(Steps::text, "one");
        break;
      default:
        s = "many" + x;
    }
    final boolean flag;
    if (n > 0 && (flag = ctx.step(Steps::odd, n))) {
      return s + x + flag;
    }
    final int y;
    try {
      ctx.step(Steps::picky, n);
    } catch (RefusedException e) {
      ctx.step(Steps::note, e.getMessage());
    } finally {
      y = x + ctx.step(Steps::inc, 0);
    }
    int z;
    do {
      z = ctx.step(Steps::inc, y);
    } while (z < y);
    Supplier<String> later = () -> s + x + y;
    return later.get() + z;
  }
}
