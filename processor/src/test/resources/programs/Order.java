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

/** Operands are evaluated from left to right, steps among them. */
// input: [1]
// input: [4]
@Workflow
public class Order {
  public String run(WorkflowContext ctx, int n) {
    int i = n;
    int a = i++ + ctx.step(Steps::inc, i) * i + ++i;
    int b = Effects.at(1) + ctx.step(Steps::inc, Effects.at(2)) + Effects.at(3) - ctx.step(Steps::inc, 5);
    int c = i + (i = ctx.step(Steps::inc, i)) + i;
    int d = (i += 2) * ctx.step(Steps::inc, i) + i--;
    int e = ctx.step(Steps::add, i++, i) + i;
    int f = ctx.step(Steps::sum6, i++, ctx.step(Steps::inc, i), ++i, i, ctx.step(Steps::inc, i++), i) % 1000;
    return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + i;
  }
}
