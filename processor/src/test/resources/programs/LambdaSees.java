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

/** A lambda made in a loop sees the value of its own turn. */
// input: [3]
@Workflow
public class LambdaSees {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    for (int i = 0; i < n; i++) {
      int turn = ctx.step(Steps::inc, i);
      IntSupplier now = () -> turn * 10;
      out += now.getAsInt() + IntStream.range(0, turn).map(k -> k + turn).sum() + ",";
      ctx.step(Steps::ping);
      out += turn;
    }
    return out;
  }
}
