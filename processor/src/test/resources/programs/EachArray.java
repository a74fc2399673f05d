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

/** Enhanced for over arrays of primitives, objects and arrays. */
// input: [0]
// input: [3]
@Workflow
public class EachArray {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    for (int one : ctx.step(Steps::ints, n)) {
      out += ctx.step(Steps::inc, one) + ",";
    }
    for (String part : ctx.step(Steps::parts, "a,b,c")) {
      if (part.equals("b")) continue;
      out += ctx.step(Steps::text, part);
    }
    for (long wide : new int[] {1, 2}) {
      out += ctx.step(Steps::twice, wide);
    }
    for (int[] row : ctx.step(Steps::grid, 2, n)) {
      for (int cell : row) {
        out += ctx.step(Steps::inc, cell) + " ";
      }
      out += row.length;
    }
    return out;
  }
}
