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

/** Sleeps and inline steps in a finally block. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallySleeps {
  public int run(WorkflowContext ctx, int n) throws Exception {
    int out = n;
    try {
      ctx.sleep(Duration.ofSeconds(n));
      out += ctx.step(Steps::picky, n);
    } finally {
      ctx.sleep(Duration.ofMinutes(1));
      final int seen = out;
      out = ctx.step("triple", () -> seen * 3);
      ctx.step(Steps::note, "out " + out);
    }
    return out;
  }
}
