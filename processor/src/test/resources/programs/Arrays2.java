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

/** Arrays of one and two dimensions, of primitives and of objects. */
// input: []
@Workflow
public class Arrays2 {
  public String run(WorkflowContext ctx) {
    int[] ints = {1, 2};
    byte[] bytes = {-1, 0, 127};
    char[] chars = {'a', 'b'};
    double[] doubles = {0.1, Double.NaN};
    boolean[] flags = {true, false};
    String[] strings = ctx.step(Steps::parts, "p,q");
    long[][] table = {{1}, {2, 3}, {}};
    Item[] items = {ctx.step(Steps::item, "i", 1), null};
    List<int[]> pairs = new ArrayList<>();
    pairs.add(new int[] {4, 5});
    ctx.step(Steps::ping);
    ints[0]++;
    bytes[1]--;
    chars[0] = ctx.step(Steps::next, chars[1]);
    table[1][0] += ctx.step(Steps::inc, ints.length);
    pairs.get(0)[1] = ctx.step(Steps::total, ints);
    return Arrays.toString(ints) + Arrays.toString(bytes) + new String(chars) + Arrays.toString(doubles)
        + Arrays.toString(flags) + Arrays.toString(strings) + Arrays.deepToString(table) + Arrays.toString(items)
        + Arrays.toString(pairs.get(0));
  }
}
