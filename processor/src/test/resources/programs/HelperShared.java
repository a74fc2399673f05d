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

/** Durable methods of other classes. */
// input: [2]
// input: [9]
@Workflow
public class HelperShared {
  public String run(WorkflowContext ctx, int n) {
    String first = HelperPayments.charge(ctx, "a", n);
    try {
      return first + HelperPayments.charge(ctx, "b", n * 5) + own(ctx, n);
    } catch (IllegalStateException e) {
      return first + ctx.step(Steps::text, e.getMessage());
    }
  }

  private String own(WorkflowContext ctx, int n) {
    return "own" + HelperRefunds.refund(ctx, n);
  }
}

@Durable
class HelperPayments {
  static final int LIMIT = 20;

  static String charge(WorkflowContext ctx, String who, int amount) {
    int charged = ctx.step(Steps::inc, amount);
    if (charged > LIMIT) {
      HelperRefunds.refund(ctx, charged);
      throw new IllegalStateException("limit " + charged);
    }
    return who + charged;
  }
}

@Durable
interface HelperRefunds {
  static String refund(WorkflowContext ctx, int amount) {
    ctx.step(Steps::note, "refund " + amount);
    return amount <= 0 ? "-" : refund(ctx, amount - 4);
  }
}
