package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Arguments and results are converted as in any call. */
// input: [5]
@Workflow
public class HelperConversions {
  public String run(WorkflowContext ctx, int n) {
    byte small = (byte) n;
    char c = 'c';
    Integer box = n;
    String text = wide(ctx, n, small, c) + wide(ctx, box, (short) 3, 1.5f) + number(ctx, n) + number(ctx, c);
    long all = narrow(ctx, n);
    Byte boxed = constant(ctx, n > 2);
    double fraction = count(ctx);
    return text + all + boxed + fraction + choose(ctx, n > 3 ? 1 : 'a') + choose(ctx, switch (n) { case 5 -> small; default -> 2; });
  }

  private String wide(WorkflowContext ctx, long a, double b, float c) {
    ctx.step(Steps::ping);
    return a + " " + b + " " + c + ";";
  }

  private String number(WorkflowContext ctx, Object of) {
    String shown = of.getClass().getSimpleName() + of;
    return ctx.step(Steps::text, shown);
  }

  private byte narrow(WorkflowContext ctx, int n) {
    ctx.step(Steps::ping);
    return 7;
  }

  private Byte constant(WorkflowContext ctx, boolean yes) {
    if (yes) {
      ctx.step(Steps::ping);
      return 1;
    }
    return 2;
  }

  private long count(WorkflowContext ctx) {
    return ctx.step(Steps::inc, 1);
  }

  private long choose(WorkflowContext ctx, long n) {
    return ctx.step(Steps::twice, n);
  }
}
