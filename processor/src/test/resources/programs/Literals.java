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

/** Numbers in all notations, next to steps. */
// input: [1]
@Workflow
public class Literals {
  public String run(WorkflowContext ctx, int n) {
    int octal = 017 + ctx.step(Steps::inc, 0x1F);
    int binary = 0b1010_0101 ^ ctx.step(Steps::inc, 0B11);
    long big = 0xFFFF_FFFFL + ctx.step(Steps::twice, 9_000_000_000L);
    double d = 1e-3 + .5 + 0x1.8p1 + 1_0.0 + 1d + ctx.step(Steps::half, 5.);
    float f = 1.5F + 0x1p-1f + ctx.step(Steps::third, 3e1f);
    char c = ctx.step(Steps::next, '\'');
    char o = ctx.step(Steps::next, '\177');
    int min = ctx.step(Steps::inc, -2147483648) + -0x80000000;
    long lmin = -9223372036854775808L + ctx.step(Steps::twice, (long) -1L);
    String s = ctx.step(Steps::text, "\0\7\12\s\"\\");
    return octal + " " + binary + " " + big + " " + d + " " + f + c + (int) o + min + lmin + s + 'x' + '\u0078' + '\n';
  }
}
