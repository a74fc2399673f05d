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

/** Locals and fields as resources; var. */
// input: ["a"]
// input: ["stuck"]
@Workflow
public class ResourceExisting {
  public String run(WorkflowContext ctx, String name) throws Exception {
    String out = "";
    Door local = Door.open(name);
    try (local; this.field; var last = Door.open("last")) {
      out += ctx.step(Steps::text, local.name() + last.name());
    } catch (RefusedException e) {
      out += ctx.step(Steps::text, e.getMessage());
    }
    return out + local.name();
  }

  final Door field = new Door("field", false);
}
