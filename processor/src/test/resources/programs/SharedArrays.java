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

/** Arrays that are rows of others, and elements of collections. */
// input: [2]
@Workflow
public class SharedArrays {
  public String run(WorkflowContext ctx, int n) {
    int[] row = {1, 2};
    int[][] grid = {row, row, {3}};
    List<int[]> rows = new ArrayList<>(List.of(grid[2], row));
    Map<String, int[][]> map = new HashMap<>(Map.of("g", grid));
    String[] words = ctx.step(Steps::parts, "a,b");
    String[][] table = {words, words};
    ctx.step(Steps::ping);
    row[0] = ctx.step(Steps::inc, n);
    rows.get(0)[0] += ctx.step(Steps::inc, 10);
    map.get("g")[1][1] = 77;
    table[1][0] = ctx.step(Steps::text, "w");
    return Arrays.deepToString(grid) + Arrays.toString(row) + Arrays.toString(words) + (grid[0] == grid[1]) + (map.get("g") == grid) + (table[0] == words);
  }
}
