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

/** Inner clauses that do not fit; throws in catch clauses. */
// input: ["fine"]
// input: ["io"]
// input: ["file"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class CatchNested {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try {
      out += "1";
      try {
        out += "2" + ctx.step(Steps::risky, how);
      } catch (FileNotFoundException e) {
        out += ctx.step(Steps::risky, "number");
      } catch (IllegalStateException e) {
        out += "3" + ctx.step(Steps::text, e.getMessage());
        throw new RefusedException("from catch", 7);
      }
      out += "4" + ctx.step(Steps::text, "4");
    } catch (IOException e) {
      try {
        out += "5" + ctx.step(Steps::risky, "refused");
      } catch (RefusedException inner) {
        out += inner.code() + e.getMessage() + ctx.step(Steps::text, inner.getMessage()) + e.getMessage();
      }
    } catch (NumberFormatException e) {
      out += "6" + e.getMessage();
    }
    return out;
  }
}
