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

/** Arrays for parameters of other types, each the only one: they are one argument, not many. */
// input: [["a", "b"]]
// input: [["a"]]
// input: [[]]
// input: [null]
@Workflow
public class HelperArrayAsObject {
  public String run(WorkflowContext ctx, String[] words) {
    return shown(ctx, words) + size(ctx, words) + same(ctx, words) + shown(ctx, ctx.step(Steps::parts, "c d"))
        + rows(ctx, new String[][] {words});
  }

  private String shown(WorkflowContext ctx, Object value) {
    String shown = value instanceof Object[] all ? "all" + all.length : "one " + value;
    return ctx.step(Steps::text, shown);
  }

  private static String size(WorkflowContext ctx, Serializable value) {
    String shown = value instanceof String[] all ? "size" + all.length : "no array";
    return ctx.step(Steps::text, shown);
  }

  private static <T> String same(WorkflowContext ctx, T value) {
    String shown = value instanceof String[] all ? String.join("-", all) : "none";
    return ctx.step(Steps::text, shown);
  }

  private static <T> String rows(WorkflowContext ctx, T[] values) {
    String shown = values.length + Arrays.deepToString(values);
    return ctx.step(Steps::text, shown);
  }
}
