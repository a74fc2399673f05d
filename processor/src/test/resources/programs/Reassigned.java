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

/** An operand read before a step keeps its value, though the local changes. */
// input: [1]
@Workflow
public class Reassigned {
  public String run(WorkflowContext ctx, int n) {
    String s = "s";
    List<String> list = ctx.step(Steps::words, "a,b");
    String a = s + ctx.step(Steps::text, s = "t") + s;
    int i = n;
    int b = i + ctx.step(Steps::add, i = 7, i) + i;
    int[] x = {1, 2, 3};
    int c = x[0] + ctx.step(Steps::inc, x[0] = 10) + x[0];
    boolean d = list.get(0).equals((list = ctx.step(Steps::words, "a")).get(0)) && list.size() == ctx.step(Steps::inc, 0);
    int[] y = x;
    y[ctx.step(Steps::zero)] = (y = new int[] {8, 9})[1] + ctx.step(Steps::inc, y[0]);
    return a + b + " " + c + d + Arrays.toString(x) + Arrays.toString(y);
  }
}
