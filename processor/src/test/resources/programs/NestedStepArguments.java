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

/** Steps whose arguments are steps, whose arguments are steps. */
// input: [1]
// input: [5]
@Workflow
public class NestedStepArguments {
  public String run(WorkflowContext ctx, int n) {
    int deep = ctx.step(Steps::add, ctx.step(Steps::inc, ctx.step(Steps::inc, n)), ctx.step(Steps::add, ctx.step(Steps::inc, n * 10), n));
    return ctx.step(Steps::text, ctx.step(Steps::text, "a" + ctx.step(Steps::inc, deep)) + ctx.step(Steps::orNull, "null"));
  }
}
