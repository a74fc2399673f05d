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

/** Casts, unary operators, parentheses, instanceof. */
// input: [3]
// input: [-300]
@Workflow
public class Casts {
  public String run(WorkflowContext ctx, int n) {
    int a = -ctx.step(Steps::inc, n) + ~ctx.step(Steps::inc, n) - +ctx.step(Steps::inc, n);
    byte b = (byte) (ctx.step(Steps::inc, n) * 7);
    int c = (int) (double) ctx.step(Steps::half, (double) n) + (short) (long) ctx.step(Steps::twice, 70000L);
    char d = (char) (ctx.step(Steps::next, 'a') + 1);
    boolean e = !ctx.step(Steps::odd, n) == (ctx.step(Steps::inc, n) > 0);
    boolean f = ctx.step(Steps::shape, "circle") instanceof Shape.Circle;
    double area = ((Shape.Box) ctx.step(Steps::shape, "box")).width();
    long g = (long) ctx.step(Steps::inc, Integer.MAX_VALUE) + 1L * ctx.step(Steps::inc, 1);
    return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + area + " " + g;
  }
}
