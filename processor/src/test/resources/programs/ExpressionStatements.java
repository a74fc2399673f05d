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

/** Every expression that may stand as a statement. */
// input: [2]
@Workflow
public class ExpressionStatements {
  public String run(WorkflowContext ctx, int n) {
    int i = n;
    int[] a = {1, 2};
    ctx.step(Steps::inc, n);
    i++;
    ++a[ctx.step(Steps::inc, 0)];
    a[0]--;
    i += ctx.step(Steps::inc, i);
    i = a[0] = ctx.step(Steps::inc, i);
    new StringBuilder(ctx.step(Steps::text, "x")).append(i);
    ctx.step(Steps::words, "a,b").add("c");
    (new Cell()).value = ctx.step(Steps::inc, 1);
    ;
    {}
    int j, k = j = ctx.step(Steps::inc, i);
    Effects.at(ctx.step(Steps::inc, k));
    Cell cell = new Cell();
    cell.self().value += cell.self().parts.size() + ctx.step(Steps::inc, 4);
    cell.self().slots[ctx.step(Steps::inc, 0)]++;
    return i + Arrays.toString(a) + j + k + cell.value + Arrays.toString(cell.slots);
  }
}
