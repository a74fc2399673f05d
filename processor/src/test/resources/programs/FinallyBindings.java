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

/** A binding of a pattern used in the finally block and behind it. */
// input: ["a"]
// input: ["bc"]
@Workflow
public class FinallyBindings {
  public String run(WorkflowContext ctx, String s) throws Exception {
    CharSequence any = s;
    String out = "";
    if (!(any instanceof String text)) {
      return "none";
    }
    try {
      if (text.length() > 1 && any instanceof String other) {
        return ctx.step(Steps::text, other);
      }
      out = ctx.step(Steps::text, text);
    } finally {
      ctx.step(Steps::note, text + out);
    }
    return out + text;
  }
}
