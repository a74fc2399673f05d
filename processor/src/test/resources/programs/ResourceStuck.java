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

/** Failures to close, suppressed or not. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class ResourceStuck {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try {
      try (Door one = Door.open("stuck1"); Door two = Door.open(how.equals("fine") ? "free" : "stuck2")) {
        out += ctx.step(Steps::risky, how);
        out += one.name() + two.name();
      }
    } catch (Exception e) {
      Effects.caught(e);
      for (Throwable one : e.getSuppressed()) {
        Effects.caught(one);
      }
      out += ctx.step(Steps::text, e.getMessage());
    }
    return out;
  }
}
