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

/** Nulls as arguments and results. */
// input: [1]
@Workflow
public class HelperNulls {
  public String run(WorkflowContext ctx, int n) {
    Integer none = n > 5 ? 1 : null;
    String text = same(ctx, null) + same(ctx, "a") + none(ctx);
    try {
      text += unbox(ctx, none);
    } catch (NullPointerException e) {
      text += " null";
    }
    try {
      text += both(ctx, none, ctx.step(Steps::inc, n));
    } catch (NullPointerException e) {
      text += " null";
    }
    try {
      int i = ctx.step(Steps::boxed, -1) == null ? missing(ctx) : 0;
      text += i;
    } catch (NullPointerException e) {
      text += " missing";
    }
    return text;
  }

  private String same(WorkflowContext ctx, String of) {
    ctx.step(Steps::ping);
    return of;
  }

  private Object none(WorkflowContext ctx) {
    return null;
  }

  private int unbox(WorkflowContext ctx, int n) {
    return ctx.step(Steps::inc, n);
  }

  private int both(WorkflowContext ctx, int a, int b) {
    return ctx.step(Steps::add, a, b);
  }

  private Integer missing(WorkflowContext ctx) {
    return ctx.step(Steps::boxed, -2);
  }
}
