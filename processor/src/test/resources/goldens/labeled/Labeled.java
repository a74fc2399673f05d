package app;

import dev.everstep.WorkflowContext;

public class Labeled {
  public String run(WorkflowContext ctx, int[][] grid, int wanted) {
    String found = "none";
    rows:
    for (int row = 0; row < grid.length; row++) {
      for (int column = 0; column < grid[row].length; column++) {
        if (grid[row][column] < 0) {
          continue rows;
        }
        if (ctx.step(Fields::dig, grid[row][column]) == wanted) {
          found = row + ":" + column;
          break rows;
        }
      }
      ctx.step(Fields::rest);
    }
    return found;
  }
}

class Fields {
  static int dig(int field) {
    return field;
  }

  static void rest() {}
}
