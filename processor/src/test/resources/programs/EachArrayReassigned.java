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

/** The array of an enhanced for is fixed at its start; its elements are not. */
// input: []
@Workflow
public class EachArrayReassigned {
  public String run(WorkflowContext ctx) {
    int[] all = ctx.step(Steps::ints, 3);
    int[] same = all;
    String out = "";
    for (int one : all) {
      same[2] = 99;
      all = new int[] {7, 8, 9, 10};
      out += ctx.step(Steps::inc, one) + ",";
    }
    return out + Arrays.toString(all) + Arrays.toString(same);
  }
}
