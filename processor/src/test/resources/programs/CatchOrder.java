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

/** The first fitting clause catches; steps after and in it. */
// input: ["fine"]
// input: ["io"]
// input: ["file"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class CatchOrder {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try {
      out += "try ";
      out += ctx.step(Steps::risky, how);
      out += ctx.step(Steps::text, "after");
    } catch (FileNotFoundException e) {
      out += ctx.step(Steps::text, "file " + e.getMessage());
    } catch (IOException | RefusedException e) {
      out += ctx.step(Steps::text, "multi " + e.getMessage());
      out += e.getClass().getSimpleName();
    } catch (IllegalArgumentException e) {
      out += "argument " + e.getMessage();
    }
    return out + ctx.step(Steps::text, "end");
  }
}
