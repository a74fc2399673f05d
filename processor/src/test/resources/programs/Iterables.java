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

/** Enhanced for over Iterables that are no lists. */
// input: [3]
@Workflow
public class Iterables {
  static Iterable<Integer> countdown(int from) {
    return () -> IntStream.range(0, from).map(one -> from - one).iterator();
  }

  public String run(WorkflowContext ctx, int n) {
    String out = "";
    for (int one : ctx.step(Steps::queue, n)) {
      out += ctx.step(Steps::inc, one);
    }
    for (Integer one : new PriorityQueue<>(List.of(3, 1, 2))) {
      out += ctx.step(Steps::inc, one);
    }
    for (int one : countdown(n)) {
      out += ctx.step(Steps::inc, one);
      if (one == 2) continue;
      out += ",";
    }
    for (final Color color : EnumSet.allOf(Color.class)) {
      out += color + ctx.step(Steps::text, color.name());
    }
    for (Color color : Color.values()) {
      out += ctx.step(Steps::inc, color.weight());
    }
    Iterable<String> none = List.of();
    for (String one : none) {
      out += ctx.step(Steps::text, one);
    }
    return out;
  }
}
