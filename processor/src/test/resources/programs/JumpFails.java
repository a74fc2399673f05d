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

/** A finally block of plain code fails while a jump out of it is on its way. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class JumpFails {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    for (int i = 0; i < 3; i++) {
      try {
        out += ctx.step(Steps::inc, i);
        try {
          if (n == 0) break;
          if (n == 1) continue;
          if (n == 2) return out;
        } finally {
          Effects.at(10 / (n > 3 ? 1 : 0));
        }
      } catch (ArithmeticException e) {
        out += ctx.step(Steps::text, "caught");
      }
    }
    return out;
  }
}
