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

/** The target of an assignment is evaluated before its value. */
// input: [0]
// input: [2]
@Workflow
public class EvaluationOrderTargets {
  public String run(WorkflowContext ctx, int n) {
    int[] a = {10, 20, 30, 40};
    int i = n;
    a[i] = i = ctx.step(Steps::inc, 0);
    String out = Arrays.toString(a) + i;
    i = 0;
    a[i = 1] = ctx.step(Steps::inc, i);
    out += Arrays.toString(a) + i;
    a[i++] += ctx.step(Steps::inc, i++) + i;
    out += Arrays.toString(a) + i;
    int[] b = a;
    a[2] = (a = new int[] {7})[0] + ctx.step(Steps::inc, a[0]);
    return out + Arrays.toString(a) + Arrays.toString(b);
  }
}
