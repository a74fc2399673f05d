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

/** Inline steps named by constants, and captured constants. */
// input: [2]
@Workflow
public class ConstantNames {
  static final String NAME = "named";

  public int run(WorkflowContext ctx, int n) {
    final String local = "local";
    final int k = 3;
    int a = ctx.step(NAME, () -> n + k);
    int b = ctx.step("a" + "b", () -> a + NAME.length());
    return a + b + ctx.step(NAME + 2, () -> local.length());
  }
}
