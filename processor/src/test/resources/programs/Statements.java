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

/** Expression statements of all kinds. */
// input: [1]
@Workflow
public class Statements {
  public String run(WorkflowContext ctx, int n) {
    int i = n;
    int[] a = new int[3];
    List<String> list = new ArrayList<>();
    ctx.step(Steps::inc, i++);
    i++;
    a[i - 2]++;
    --a[ctx.step(Steps::zero)];
    a[1] = i;
    list.add(ctx.step(Steps::text, "a"));
    list.get(0).concat(ctx.step(Steps::text, "ignored"));
    new Pair<>(ctx.step(Steps::text, "b"), 1);
    (i) = ctx.step(Steps::inc, i);
    ;
    {
      ctx.step(Steps::ping);
      {
      }
    }
    return i + Arrays.toString(a) + list;
  }
}
