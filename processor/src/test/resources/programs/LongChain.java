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

/** Chained calls with steps as arguments, and a stream between two steps. */
// input: [2]
@Workflow
public class LongChain {
  public String run(WorkflowContext ctx, int n) {
    String out = new StringBuilder()
        .append(ctx.step(Steps::text, "a"))
        .append('-')
        .insert(0, ctx.step(Steps::inc, n))
        .append(ctx.step(Steps::words, "p,q").size())
        .reverse()
        .toString();
    List<Integer> sizes = ctx.step(Steps::words, "aa,b").stream().map(String::length).toList();
    int sum = sizes.stream().mapToInt(i -> i).sum() + ctx.step(Steps::inc, sizes.size());
    return out + sum + String.valueOf(ctx.step(Steps::inc, sum)).concat(out).length();
  }
}
