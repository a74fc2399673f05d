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

/** A resource in a finally block while a failure is pending, and a finally block around a resource. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class ResourceInFinally {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try {
      out += ctx.step(Steps::risky, how);
    } finally {
      try (Door door = Door.open("in")) {
        out += ctx.step(Steps::text, door.name());
      } finally {
        ctx.step(Steps::note, out);
      }
    }
    return out;
  }
}
