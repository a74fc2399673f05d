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

/** A resource that is data stays open across steps. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["state"]
// input: ["number"]
@Workflow
public class ResourceAcross {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try (Door door = Door.open(how)) {
      out += ctx.step(Steps::risky, how);
      out += door.name();
    } catch (IOException | IllegalStateException e) {
      out += ctx.step(Steps::text, e.getMessage());
    } finally {
      ctx.step(Steps::note, "last " + out);
    }
    return out;
  }
}
