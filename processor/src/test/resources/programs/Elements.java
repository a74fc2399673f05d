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

/** Array elements as targets and operands. */
// input: [0]
// input: [1]
@Workflow
public class Elements {
  public String run(WorkflowContext ctx, int n) {
    int[] a = ctx.step(Steps::ints, 4);
    int i = n;
    a[i++] = ctx.step(Steps::inc, i);
    a[i] += ctx.step(Steps::inc, a[i]) + i++;
    a[ctx.step(Steps::inc, n)]++;
    int old = a[ctx.step(Steps::inc, 0)]-- + a[1];
    a[Effects.at(1)] = a[Effects.at(2)] + ctx.step(Steps::inc, Effects.at(3));
    int[][] grid = ctx.step(Steps::grid, 2, 3);
    grid[1][n] += ctx.step(Steps::inc, grid[1][2]);
    grid[ctx.step(Steps::inc, 0)][2] = ctx.step(Steps::inc, grid[0][1]);
    long[] wide = new long[] {1, ctx.step(Steps::inc, 1), ctx.step(Steps::twice, 3L)};
    int[] literal = {ctx.step(Steps::inc, 7), n, ctx.step(Steps::inc, 8)};
    int[][] made = new int[ctx.step(Steps::inc, 1)][ctx.step(Steps::inc, n)];
    byte[] bytes = {1, 2};
    bytes[0] += ctx.step(Steps::inc, 254);
    return Arrays.toString(a) + old + Arrays.deepToString(grid) + Arrays.toString(wide) + Arrays.toString(literal)
        + Arrays.deepToString(made) + Arrays.toString(bytes) + i;
  }
}
