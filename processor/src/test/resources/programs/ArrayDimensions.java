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

/** Steps as sizes and in initialisers of arrays of several dimensions. */
// input: [1]
// input: [3]
// input: [-1]
@Workflow
public class ArrayDimensions {
  public String run(WorkflowContext ctx, int n) {
    int[][][] cube = new int[ctx.step(Steps::inc, n)][ctx.step(Steps::inc, 1)][];
    int[][] jagged = {{1, ctx.step(Steps::inc, 1)}, {}, {ctx.step(Steps::inc, 2), cube.length, ctx.step(Steps::inc, 3)}};
    String[][] words = new String[][] {ctx.step(Steps::parts, "a,b"), {ctx.step(Steps::text, "c"), null}};
    long[][] wide = {{ctx.step(Steps::inc, n)}, {'a', ctx.step(Steps::next, 'a')}};
    Object[] mixed = {n, ctx.step(Steps::text, "m"), 1.5, ctx.step(Steps::inc, n)};
    String all = Arrays.toString(mixed);
    return cube[0].length + Arrays.deepToString(jagged) + Arrays.deepToString(words) + Arrays.deepToString(wide) + all;
  }
}
