package app;

import dev.everstep.WorkflowContext;

public class Loop {
  private static final int LIMIT = 10;

  public int run(WorkflowContext ctx, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      if (ctx.step(Numbers::isOdd, i)) {
        continue;
      }
      sum += ctx.step(Numbers::twice, i);
      if (sum > limit()) {
        break;
      }
    }
    return sum;
  }

  int limit() {
    return LIMIT;
  }
}

class Numbers {
  static boolean isOdd(int n) {
    return n % 2 != 0;
  }

  static int twice(int n) {
    return 2 * n;
  }
}
