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

/** Synchronized blocks without steps, with jumps and returns in them. */
// input: [0]
// input: [1]
// input: [2]
@Workflow
public class SynchronizedPlain {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    for (int i = 0; i < 3; i++) {
      synchronized (this) {
        if (i == n) continue;
        out += i;
      }
      out += ctx.step(Steps::inc, i);
      synchronized (InlineHolder.class) {
        if (n == 1 && i == 2) return out;
        if (n == 2) break;
      }
    }
    return out + (n == 0 ? "z" : "") + ctx.step(Steps::text, "e");
  }

  static class InlineHolder {}
}
