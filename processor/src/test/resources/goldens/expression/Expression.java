package app;

import dev.everstep.WorkflowContext;

public class Expression {
  public String run(WorkflowContext ctx, int[] values) {
    int at = 0;
    values[at++] += ctx.step(Sums::next, values[at]);
    boolean big = values[0] > 10 || ctx.step(Sums::isBig, values[1]);
    Integer shown = big ? ctx.step(Sums::next, 1) : null;
    if (shown != null && ctx.step(Sums::isBig, shown)) {
      return label(ctx.step(Sums::next, at), shown);
    }
    return shown + ", " + ctx.step(Sums::next, 2) + ctx.step(Sums::next, 3);
  }

  static String label(int value, int number) {
    return value + "/" + number;
  }
}

class Sums {
  static int next(int value) {
    return value + 1;
  }

  static boolean isBig(int value) {
    return value > 10;
  }
}
