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

/** A failure passes a finally block and is caught outside; round for round. */
// input: [[1,2,3,5,7]]
// input: [[]]
// input: [[3,3,1]]
@Workflow
public class FinallyCaught {
  public String run(WorkflowContext ctx, List<Integer> all) {
    String out = "";
    for (int one : all) {
      try {
        try {
          out += ctx.step(Steps::picky, one);
        } finally {
          out += "f";
          ctx.step(Steps::note, "finally " + one);
        }
        out += "n";
      } catch (RefusedException e) {
        out += ctx.step(Steps::text, e.getMessage());
      } catch (IllegalArgumentException e) {
        Effects.caught(e);
      }
    }
    return out;
  }
}
