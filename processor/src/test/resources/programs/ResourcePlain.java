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

/** A resource that cannot be stored, open between steps only. */
// input: ["ab"]
// input: [""]
@Workflow
public class ResourcePlain {
  public String run(WorkflowContext ctx, String text) throws Exception {
    String out = "";
    try (Reader in = new StringReader(ctx.step(Steps::text, text))) {
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == 'b') {
          break;
        }
        out += (char) c;
      }
    } finally {
      out += ctx.step(Steps::text, "f");
    }
    return out;
  }
}
