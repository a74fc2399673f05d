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

/** Strings in arrays, lists and fields as targets of +=. */
// input: [0]
// input: [1]
@Workflow
public class StringElements {
  public String run(WorkflowContext ctx, int n) {
    String[] parts = ctx.step(Steps::parts, "a,b,c");
    parts[n] += ctx.step(Steps::text, parts[n]);
    parts[n + 1] += parts[ctx.step(Steps::zero)] + ctx.step(Steps::inc, n);
    Integer[] boxes = {1, 2};
    boxes[n] += ctx.step(Steps::inc, boxes[n]);
    boxes[ctx.step(Steps::zero)]++;
    char[] letters = {'a', 'b'};
    letters[n] += ctx.step(Steps::inc, 0);
    boolean[] flags = new boolean[2];
    flags[n] |= ctx.step(Steps::odd, 1);
    long[][] table = new long[2][2];
    table[n][ctx.step(Steps::zero)] -= ctx.step(Steps::twice, 5L);
    double[] shares = {1, 2};
    shares[n] /= ctx.step(Steps::inc, 3);
    return Arrays.toString(parts) + Arrays.toString(boxes) + new String(letters) + Arrays.toString(flags)
        + Arrays.deepToString(table) + Arrays.toString(shares);
  }
}
