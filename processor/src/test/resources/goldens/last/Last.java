package app;

import dev.everstep.WorkflowContext;
import java.io.IOException;
import java.util.List;

public class Last {
  public int run(WorkflowContext ctx, List<String> seats) throws IOException {
    int held = 0;
    for (String seat : seats) {
      try {
        if (ctx.step(Seats::isFree, seat)) {
          held += ctx.step(Seats::hold, seat);
          continue;
        }
        if (held > 1) return held;
      } finally {
        // On every way out, and once only.
        ctx.step(Seats::unlock, seat);
      }
      ctx.log().info("{} is taken", seat);
    }
    return held;
  }
}

class Seats {
  static boolean isFree(String seat) {
    return true;
  }

  static int hold(String seat) throws IOException {
    return 1;
  }

  static void unlock(String seat) {}
}
