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

/** String concatenation with steps and every kind of operand. */
// input: ["s"]
@Workflow
public class Concat {
  public String run(WorkflowContext ctx, String s) {
    int one = 1;
    char c = 'c';
    String a = 1 + one + ctx.step(Steps::text, s) + 1 + one + c + 2.5f + null;
    String b = "" + one + ctx.step(Steps::inc, one) + one++ + ctx.step(Steps::orNull, "null") + one;
    String d = c + one + ctx.step(Steps::text, "d") + (c + one);
    return a + b + d + ctx.step(Steps::text, ctx.step(Steps::text, s + ctx.step(Steps::inc, 1)) + s);
  }
}
