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

/** Static fields and initialisers of the workflow class and of others. */
// input: [2]
@Workflow
public class StaticState {
  static int counter = 10;
  static final List<String> SEEN = new ArrayList<>();
  static final Map<String, Integer> SIZES = new TreeMap<>();

  static {
    SIZES.put("a", 1);
  }

  public String run(WorkflowContext ctx, int n) {
    counter = 10;
    SEEN.clear();
    counter += ctx.step(Steps::inc, n);
    SEEN.add(ctx.step(Steps::text, "s") + counter++);
    StaticState.counter *= ctx.step(Steps::inc, 1);
    int before = counter;
    SIZES.put("b", ctx.step(Steps::inc, before));
    return before + "" + SEEN + SIZES.get("b") + StaticState.SIZES.size() + Integer.MAX_VALUE + Color.values().length;
  }
}
