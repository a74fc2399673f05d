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

/** Calls in all parts of loops. */
// input: [3]
@Workflow
public class HelperLoops {
  public String run(WorkflowContext ctx, int n) {
    String text = "";
    for (int i = next(ctx, -1); i < next(ctx, n); i = next(ctx, i)) {
      if (i == 1) {
        continue;
      }
      text += i;
    }
    while (next(ctx, text.length()) < 8) {
      text += "w";
    }
    do {
      text += "d";
    } while (next(ctx, text.length()) < 10);
    for (String word : words(ctx, "a,b")) {
      text += word + next(ctx, text.length());
      if (text.length() > 30) break;
    }
    return text;
  }

  private int next(WorkflowContext ctx, int n) {
    return ctx.step(Steps::inc, n);
  }

  private List<String> words(WorkflowContext ctx, String text) {
    return ctx.step(Steps::words, text);
  }
}
