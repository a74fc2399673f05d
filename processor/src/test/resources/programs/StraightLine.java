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

/** Steps one after the other. */
// input: ["x",3]
// input: ["",-1]
@Workflow
public class StraightLine {
  public String run(WorkflowContext ctx, String a, int n) {
    String first = ctx.step(Steps::text, a);
    int second = ctx.step(Steps::inc, n);
    ctx.step(Steps::note, first);
    String third = ctx.step(Steps::text, first + second);
    return first + "|" + second + "|" + third + "|" + a + n;
  }
}
