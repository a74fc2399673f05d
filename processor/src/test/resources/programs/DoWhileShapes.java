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

/** Loops that test behind their body, with continue, break and steps in the test. */
// input: [0]
// input: [3]
@Workflow
public class DoWhileShapes {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    int i = 0;
    do {
      i++;
      if (i == 2) continue;
      out += i;
      if (i > 4) break;
    } while (ctx.step(Steps::inc, i) <= n);
    do out += ctx.step(Steps::text, "b"); while (out.length() < 8);
    int j = 0;
    do {
      do {
        j += ctx.step(Steps::inc, 0);
      } while (j % 3 != 0 && j < 10);
    } while (ctx.step(Steps::odd, j));
    do {
      final int k = j;
      if (Stream.of(1).anyMatch(x -> x == k)) break;
      j = ctx.step(Steps::inc, k) > 5 ? 1 : k + 1;
    } while (true);
    return out + i + j;
  }
}
