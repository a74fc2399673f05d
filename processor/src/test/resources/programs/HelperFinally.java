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

/** A return in finally, break out of try and resources around calls. */
// input: [2]
// input: [7]
@Workflow
public class HelperFinally {
  public String run(WorkflowContext ctx, int n) {
    String text = swallow(ctx, n);
    for (int i = 0; i < 3; i++) {
      try {
        if (i == 1) break;
        text += plain(ctx, i);
      } finally {
        text += "f" + plain(ctx, 10 + i);
      }
    }
    return text + kept(ctx, n);
  }

  @SuppressWarnings("finally")
  private String swallow(WorkflowContext ctx, int n) {
    try {
      if (n > 5) {
        throw new IllegalStateException("lost");
      }
      return "try" + plain(ctx, n);
    } finally {
      if (plain(ctx, n) > 3) {
        return "finally" + plain(ctx, 1);
      }
    }
  }

  private int kept(WorkflowContext ctx, int n) {
    int kept = n;
    try {
      return kept;
    } finally {
      kept = plain(ctx, 50);
      Effects.at(kept);
    }
  }

  private int plain(WorkflowContext ctx, int n) {
    return ctx.step(Steps::inc, n);
  }
}
