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

/** Jumps and returns out of two resources; null is not closed. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class ResourceJumps {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    for (int i = 0; i < 3; i++) {
      try (Door first = Door.open("first" + i);
          Door none = null;
          Door second = Door.open("second" + i)) {
        if (n == 0) continue;
        if (n == 1) break;
        if (n == 2) return out + second.name();
        out += ctx.step(Steps::picky, n + i);
        if (n == 4) {
          return ctx.step(Steps::text, out + (none == null));
        }
        out += first.name();
      }
    }
    return out;
  }
}
