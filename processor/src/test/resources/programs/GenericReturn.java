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

/** A generic result that a conditional and a diamond infer. */
// input: [0]
// input: [1]
@Workflow
public class GenericReturn {
  static <T> List<T> none() {
    return new ArrayList<>();
  }

  public List<Map<String, Integer>> run(WorkflowContext ctx, int n) {
    List<Map<String, Integer>> kept = n == 0 ? none() : new ArrayList<>(List.of(new HashMap<>(Map.of("k", ctx.step(Steps::inc, n)))));
    kept.add(n == 0 ? new TreeMap<>() : Map.of("m", ctx.step(Steps::inc, 5)));
    if (ctx.step(Steps::odd, 3)) {
      return ctx.step(Steps::odd, n) ? kept : List.of(Map.of("z", ctx.step(Steps::inc, 7)));
    }
    return Collections.emptyList();
  }
}
