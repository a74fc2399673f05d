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

/** Calls in switches. */
// input: [0]
// input: [1]
// input: [2]
// input: [5]
@Workflow
public class HelperSwitch {
  public String run(WorkflowContext ctx, int n) {
    String text =
        switch (kind(ctx, n)) {
          case "none" -> "0";
          case "one" -> kind(ctx, 0) + "!";
          default -> {
            String inner = kind(ctx, n - 1);
            yield inner + kind(ctx, n);
          }
        };
    switch (n) {
      case 1:
        text += kind(ctx, 1);
      case 2:
        text += kind(ctx, 2);
        break;
      default:
        text += "d";
    }
    return text;
  }

  private String kind(WorkflowContext ctx, int n) {
    switch (ctx.step(Steps::inc, n)) {
      case 1:
        return "none";
      case 2:
        return "one";
      default:
        return "many" + n;
    }
  }
}
