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

/** Sixty live locals of many types. */
// input: [1]
@Workflow
public class ManyLocals {
  public String run(WorkflowContext ctx, int n) {
    int a0 = n, a1 = n + 1, a2 = n + 2, a3 = n + 3, a4 = n + 4, a5 = n + 5, a6 = n + 6, a7 = n + 7, a8 = n + 8, a9 = n + 9;
    long b0 = a0, b1 = a1, b2 = a2, b3 = a3, b4 = a4, b5 = a5, b6 = a6, b7 = a7, b8 = a8, b9 = a9;
    String c0 = "c" + a0, c1 = c0 + 1, c2 = c0 + 2, c3 = c0 + 3, c4 = c0 + 4, c5 = c0 + 5, c6 = c0 + 6, c7 = c0 + 7, c8 = c0 + 8, c9 = c0 + 9;
    double d0 = .1, d1 = 1.1, d2 = 2.1, d3 = 3.1, d4 = 4.1, d5 = 5.1, d6 = 6.1, d7 = 7.1, d8 = 8.1, d9 = 9.1;
    List<Integer> e0 = new ArrayList<>(List.of(1)), e1 = e0, e2 = List.of(a2), e3 = List.of(a3), e4 = List.of(), e5 = null, e6 = e2, e7 = e3, e8 = e0, e9 = e4;
    boolean f0 = true, f1 = false, f2 = n > 0;
    char g0 = 'a', g1 = 'b', g2 = 'c';
    byte h0 = 1, h1 = 2;
    short i0 = 3;
    float j0 = 1.5f;
    ctx.step(Steps::ping);
    e0.add(ctx.step(Steps::inc, a9));
    a0 += ctx.step(Steps::sum6, a1, a2, a3, a4, a5, a6);
    return "" + a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + b0 + b1 + b2 + b3 + b4 + b5 + b6 + b7 + b8 + b9
        + c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + d0 + d1 + d2 + d3 + d4 + d5 + d6 + d7 + d8 + d9
        + e0 + e1 + e2 + e3 + e4 + e5 + e6 + e7 + e8 + e9 + f0 + f1 + f2 + g0 + g1 + g2 + h0 + h1 + i0 + j0 + (e0 == e8) + e3.equals(e7);
  }
}
