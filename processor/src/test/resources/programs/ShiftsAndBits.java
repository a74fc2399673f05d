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

/** Shifts, bit operators and remainders with steps of other widths. */
// input: [5]
// input: [-5]
@Workflow
public class ShiftsAndBits {
  public String run(WorkflowContext ctx, int n) {
    long a = 1L << ctx.step(Steps::inc, n);
    int b = n >> ctx.step(Steps::twice, (long) 1);
    int c = n >>> ctx.step(Steps::inc, 27);
    long d = ~ctx.step(Steps::twice, (long) n) & 0xFF;
    int e = -ctx.step(Steps::inc, n) % 3;
    double f = ctx.step(Steps::half, (double) n) % 0.75;
    boolean g = ctx.step(Steps::odd, n) ^ true;
    int h = +ctx.step(Steps::low, 200) << 1;
    byte i = (byte) (ctx.step(Steps::inc, 300) | 1);
    return a + " " + b + " " + c + " " + d + " " + e + " " + f + g + h + " " + i;
  }
}
