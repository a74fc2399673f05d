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

/** A local is assigned another object while a second one keeps the first. */
// input: [2]
@Workflow
public class ReassignedShared {
  public String run(WorkflowContext ctx, int n) {
    List<Integer> now = new ArrayList<>(List.of(0));
    List<List<Integer>> history = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      history.add(now);
      now.add(ctx.step(Steps::inc, i));
      if (ctx.step(Steps::odd, i + 1)) {
        now = new ArrayList<>(now);
      }
    }
    history.add(now);
    now.add(-1);
    List<Integer> last = history.get(history.size() - 1);
    last.add(ctx.step(Steps::inc, last.size()));
    return history + "" + now + (now == last);
  }
}
