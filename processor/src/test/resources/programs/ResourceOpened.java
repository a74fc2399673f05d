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

/** A step opens the second resource; the second fails to open. */
// input: ["a"]
// input: [""]
// input: ["stuck"]
@Workflow
public class ResourceOpened {
  public String run(WorkflowContext ctx, String name) throws Exception {
    String out = "";
    try (Door first = Door.open("first");
        Door second = Door.open(ctx.step(Steps::orNull, name))) {
      out += first.name() + second.name();
    } catch (IllegalArgumentException | RefusedException e) {
      Effects.caught(e);
      out += "caught";
    }
    return out;
  }
}
