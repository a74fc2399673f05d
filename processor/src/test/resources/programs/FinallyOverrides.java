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

/** The finally block returns itself; what the try block did is forgotten. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyOverrides {
  public String run(WorkflowContext ctx, int n) {
    try {
      if (n == 1) {
        return "one";
      }
      ctx.step(Steps::picky, n);
    } catch (RefusedException e) {
      ctx.step(Steps::note, "caught " + n);
      throw new IllegalStateException(e);
    } finally {
      ctx.step(Steps::note, "last");
      return "finally " + n;
    }
  }
}
