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

/** Nested loops over arrays with steps in indexes. */
// input: [2]
// input: [3]
@Workflow
public class Matrix {
  public int[][] run(WorkflowContext ctx, int n) {
    int[][] out = new int[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        out[i][k] = i == k ? ctx.step(Steps::inc, i) : out[k][i] + ctx.step(Steps::add, i, k);
        out[ctx.step(Steps::zero)][k] += k;
      }
    }
    return out;
  }
}
