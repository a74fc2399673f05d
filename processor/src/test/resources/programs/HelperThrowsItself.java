package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** A helper throws what it makes; the trace goes on in the caller. */
// input: [0]
// input: [3]
// input: [4]
@Workflow
public class HelperThrowsItself {
  public String run(WorkflowContext ctx, int n) {
    String text = "";
    for (int i = 0; i < 3; i++) {
      try {
        text += check(ctx, n + i);
      } catch (RefusedException e) {
        text += "refused " + e.getMessage();
        if (i == 2) throw new IllegalStateException("last " + text, e);
      }
    }
    return text;
  }

  private int check(WorkflowContext ctx, int n) throws RefusedException {
    int checked = ctx.step(Steps::inc, n);
    if (checked % 3 == 0) {
      throw new RefusedException("three", checked);
    }
    return checked;
  }
}
