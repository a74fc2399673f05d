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

/** Helpers of one name. */
// input: [2]
@Workflow
public class HelperOverloads {
  public String run(WorkflowContext ctx, int n) {
    return show(ctx, n) + show(ctx, "s" + n) + show(ctx, (long) n) + show(ctx, new int[] {n, 1}) + show(ctx) + show_2(ctx);
  }

  String show(WorkflowContext ctx) {
    return ctx.step(Steps::text, "none");
  }

  String show(WorkflowContext ctx, int n) {
    return ctx.step(Steps::text, "int " + n);
  }

  String show_2(WorkflowContext ctx) {
    return ctx.step(Steps::text, "two");
  }

  private String show(WorkflowContext ctx, String s) {
    return ctx.step(Steps::text, "String " + s);
  }

  protected String show(WorkflowContext ctx, long n) {
    return ctx.step(Steps::text, "long " + n);
  }

  static String show(WorkflowContext ctx, int[] all) {
    return ctx.step(Steps::text, "int[] " + all.length);
  }
}
