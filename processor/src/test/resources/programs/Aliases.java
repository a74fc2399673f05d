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

/** Two locals, and places inside them, that share one mutable object. */
// input: []
@Workflow
public class Aliases {
  public String run(WorkflowContext ctx) {
    List<String> a = ctx.step(Steps::words, "x,y");
    List<String> b = a;
    Map<String, List<String>> holder = new HashMap<>();
    holder.put("a", a);
    Cell cell = ctx.step(Steps::cell, 1);
    Cell twin = cell;
    List<Cell> cells = new ArrayList<>(List.of(cell, ctx.step(Steps::cell, 2), cell));
    int[] row = {1, 2};
    int[][] grid = {row, {3}, row};
    ctx.step(Steps::ping);
    a.add("z");
    cell.value = 50;
    row[0] = ctx.step(Steps::inc, 10);
    grid[2][1] = ctx.step(Steps::inc, 20);
    return b + "" + holder + twin.value + cells.get(0).value + cells.get(2).value + (cell == twin) + (cells.get(0) == cells.get(2))
        + Arrays.deepToString(grid) + Arrays.toString(row) + (a == b);
  }
}
