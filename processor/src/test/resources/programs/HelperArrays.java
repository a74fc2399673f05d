package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Arrays that frames share. */
// input: [3]
@Workflow
public class HelperArrays {
  public String run(WorkflowContext ctx, int n) {
    int[] numbers = ctx.step(Steps::ints, n);
    int[][] rows = {numbers, {1, 2}};
    fill(ctx, rows[0], rows, 0);
    return Arrays.toString(numbers) + Arrays.toString(rows[1]) + (rows[0] == numbers);
  }

  private void fill(WorkflowContext ctx, int[] row, int[][] rows, int at) {
    if (at == row.length) {
      return;
    }
    row[at] += ctx.step(Steps::inc, at);
    rows[1][0]++;
    fill(ctx, rows[0], rows, at + 1);
    row[at] *= 2;
  }
}
