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

/** A loop that only a return leaves. */
// input: [1]
// input: [9]
@Workflow
public class LoopForever {
  public int run(WorkflowContext ctx, int n) {
    int sum = n;
    while (true) {
      sum = ctx.step(Steps::add, sum, 3);
      if (sum > 10) {
        return sum;
      }
    }
  }
}
