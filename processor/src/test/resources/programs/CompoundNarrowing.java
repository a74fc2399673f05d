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

/** Compound assignments narrow what a step gives, in locals, fields and elements. */
// input: [1]
// input: [200]
// input: [-300]
@Workflow
public class CompoundNarrowing {
  public String run(WorkflowContext ctx, int n) {
    byte b = 100;
    short s = 30000;
    char c = 'x';
    byte[] bytes = {127, 1};
    short[] shorts = {-1};
    char[] chars = {'a'};
    Cell cell = ctx.step(Steps::cell, n);
    b += ctx.step(Steps::inc, n);
    s *= ctx.step(Steps::inc, n);
    c -= ctx.step(Steps::inc, n);
    bytes[ctx.step(Steps::inc, -1)] += ctx.step(Steps::inc, n);
    bytes[1] <<= ctx.step(Steps::inc, 2);
    shorts[0] >>>= ctx.step(Steps::inc, 9);
    chars[0] += ctx.step(Steps::half, (double) n);
    cell.small += ctx.step(Steps::twice, (long) n);
    cell.small ^= ctx.step(Steps::inc, 5);
    int i = 7;
    i *= ctx.step(Steps::half, (double) n);
    i /= ctx.step(Steps::third, 1.5f);
    long l = 9;
    l -= ctx.step(Steps::half, (double) n);
    float f = 1;
    f += ctx.step(Steps::half, (double) n);
    return b + " " + s + " " + (int) c + Arrays.toString(bytes) + shorts[0] + " " + (int) chars[0] + " " + cell.small + " " + i + " " + l + " " + f;
  }
}
