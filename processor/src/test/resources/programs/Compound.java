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

/** Compound assignments and increments of locals. */
// input: [3]
// input: [200]
@Workflow
public class Compound {
  public String run(WorkflowContext ctx, int n) {
    int i = n;
    i += ctx.step(Steps::inc, i);
    i -= ctx.step(Steps::inc, 1) + i;
    i *= ctx.step(Steps::inc, 2);
    i <<= ctx.step(Steps::inc, 1);
    i ^= ctx.step(Steps::inc, i);
    byte b = 100;
    b += ctx.step(Steps::inc, n);
    b >>>= ctx.step(Steps::inc, 0);
    short s = 1;
    s *= ctx.step(Steps::half, 5d);
    char c = 'a';
    c += ctx.step(Steps::inc, 1);
    long l = 5;
    l /= ctx.step(Steps::half, 3d);
    float f = 1;
    f += ctx.step(Steps::half, 1d);
    String t = "t";
    t += ctx.step(Steps::inc, 1) + ctx.step(Steps::inc, 2);
    t += ctx.step(Steps::next, 'c');
    t += null;
    boolean z = true;
    z &= ctx.step(Steps::odd, n);
    z |= ctx.step(Steps::odd, n + 1);
    int nested = i += i += ctx.step(Steps::inc, i);
    int chained;
    int both = chained = ctx.step(Steps::inc, 9);
    return i + " " + b + " " + s + " " + c + " " + l + " " + f + " " + t + " " + z + nested + both + chained;
  }
}
