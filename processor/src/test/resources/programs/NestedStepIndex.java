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

/** Steps in the index of an array that is a step's result. */
// input: [0]
// input: [1]
@Workflow
public class NestedStepIndex {
  public String run(WorkflowContext ctx, int n) {
    int[][] grid = ctx.step(Steps::grid, 3, 3);
    int a = ctx.step(Steps::ints, 3)[ctx.step(Steps::inc, n)];
    int b = grid[ctx.step(Steps::inc, n)][ctx.step(Steps::inc, ctx.step(Steps::ints, 2)[0])];
    grid[ctx.step(Steps::inc, n)][grid[0][ctx.step(Steps::inc, 0)]] = ctx.step(Steps::inc, 98);
    return a + " " + b + Arrays.deepToString(grid);
  }
}
