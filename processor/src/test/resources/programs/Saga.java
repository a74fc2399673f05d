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

/** Compensates in reverse order what was done before the failure. */
// input: [[1,2,4]]
// input: [[1,2,3,4]]
// input: [[5]]
@Workflow
public class Saga {
  public List<String> run(WorkflowContext ctx, List<Integer> all) {
    List<String> done = new ArrayList<>();
    Deque<String> undo = new ArrayDeque<>();
    try {
      for (int one : all) {
        int booked = ctx.step(Steps::picky, one);
        undo.push("undo " + booked);
        done.add("did " + booked);
      }
    } catch (RefusedException | IllegalArgumentException e) {
      while (!undo.isEmpty()) {
        String last = undo.pop();
        ctx.step(Steps::note, last);
        done.add(last);
      }
      done.add(e.getMessage());
    }
    return done;
  }
}
