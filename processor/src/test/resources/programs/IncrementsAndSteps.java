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

/** Increments on both sides of a step in one expression. */
// input: [0]
// input: [7]
@Workflow
public class IncrementsAndSteps {
  public String run(WorkflowContext ctx, int n) {
    int i = n;
    i = i++ + ctx.step(Steps::inc, i) + i++ + i;
    int j = i-- - --i * ctx.step(Steps::inc, i) + i;
    int k = 5;
    k += k++ + ctx.step(Steps::inc, k) - ++k;
    int l = 3;
    l = l++ + ctx.step(Steps::add, l, l = 9) + l;
    return i + " " + j + " " + k + " " + l;
  }
}
