package app;

import dev.everstep.WorkflowContext;
import java.time.Duration;
import java.time.Instant;

public class Waiting {
  public int run(WorkflowContext ctx, String order) {
    Instant deadline = ctx.now().plus(Duration.ofDays(3));
    int asked = 0;
    do {
      if (ctx.step(Bank::isPaid, order)) {
        return asked;
      }
      asked++;
      ctx.sleep(Duration.ofHours(asked));
    } while (ctx.now().isBefore(deadline));
    ctx.sleepUntil(deadline);
    throw new IllegalStateException("order " + order + " is not paid");
  }
}

class Bank {
  static boolean isPaid(String order) {
    return false;
  }
}
