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

/** A generic result; what the finally block adds to it is seen. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyGenerics {
  public List<Integer> run(WorkflowContext ctx, int n) throws Exception {
    List<Integer> all = new ArrayList<>(List.of(n));
    try {
      all.add(ctx.step(Steps::picky, n));
      if (n == 1) return List.of();
      return all;
    } catch (RefusedException e) {
      all.add(e.code());
      return all;
    } finally {
      all.add(ctx.step(Steps::inc, n));
    }
  }
}
