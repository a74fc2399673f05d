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

/** Parameters are locals: assigned, incremented, captured. */
// input: [2,"s",["a"]]
@Workflow
public class ParameterChanged {
  public String run(WorkflowContext ctx, int n, String s, List<String> list) {
    n += ctx.step(Steps::inc, n);
    s = ctx.step(Steps::text, s);
    list.add(s);
    list = ctx.step(Steps::words, s + "," + n);
    n++;
    ctx.step(Steps::ping);
    list.add("end" + n--);
    return n + s + list;
  }
}
