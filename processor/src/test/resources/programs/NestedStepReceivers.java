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

/** A step's result as receiver of a call whose argument is a step. */
// input: [0]
// input: [2]
@Workflow
public class NestedStepReceivers {
  public String run(WorkflowContext ctx, int n) {
    String out = ctx.step(Steps::text, "abcdef").substring(ctx.step(Steps::inc, n)).concat(ctx.step(Steps::text, "x").trim()).replace('x', ctx.step(Steps::next, 'y'));
    out += ctx.step(Steps::item, "q", n).with(ctx.step(Steps::inc, n)).name().length();
    return out + ctx.step(Steps::words, "a,b,c").get(ctx.step(Steps::inc, n - 1)).toUpperCase(Locale.ROOT);
  }
}
