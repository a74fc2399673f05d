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

/** A resource that is null is not closed. */
// input: [0]
// input: [1]
@Workflow
public class NullResource {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    try (Door door = n == 0 ? null : Door.open("a" + ctx.step(Steps::inc, n))) {
      out += door + ctx.step(Steps::text, "in");
    }
    Door known = null;
    try (known) {
      out += ctx.step(Steps::text, "null");
      throw new RefusedException("r", 1);
    } catch (RefusedException e) {
      out += e.getMessage() + e.getSuppressed().length;
    }
    return out;
  }
}
