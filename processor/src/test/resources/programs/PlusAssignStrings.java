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

/** Concatenating assignments with nulls, characters and steps. */
// input: [0]
// input: [3]
@Workflow
public class PlusAssignStrings {
  public String run(WorkflowContext ctx, int n) {
    String s = null;
    s += ctx.step(Steps::orNull, "null");
    s += 'c' + n;
    s += ctx.step(Steps::next, 'a') + 1;
    s += (char) (ctx.step(Steps::next, 'a') + 1);
    s += ctx.step(Steps::inc, n) + ctx.step(Steps::inc, n);
    s += "" + ctx.step(Steps::inc, n) + ctx.step(Steps::inc, n);
    StringBuilder o = new StringBuilder(ctx.step(Steps::text, "p"));
    String[] all = {null, "b"};
    all[0] += ctx.step(Steps::boxed, n - 2);
    all[1] += all[0] += ctx.step(Steps::inc, n);
    CharSequence chars = "q";
    chars = chars + ctx.step(Steps::text, "r");
    return s + o + Arrays.toString(all) + chars;
  }
}
