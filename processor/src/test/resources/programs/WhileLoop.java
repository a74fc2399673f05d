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

/** A step in the condition and in the body. */
// input: [0]
// input: [4]
@Workflow
public class WhileLoop {
  public int run(WorkflowContext ctx, int n) {
    int i = 0;
    int sum = 0;
    while (ctx.step(Steps::inc, i) <= n) {
      sum += ctx.step(Steps::add, sum, i);
      i++;
    }
    return sum;
  }
}
