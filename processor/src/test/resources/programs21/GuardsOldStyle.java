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

/** Guards with steps in old switches that fall through, with null and default. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class GuardsOldStyle {
  public String run(WorkflowContext ctx, int n) {
    String text = n == 3 ? null : "t" + n;
    String out = "";
    switch (ctx.step(Steps::orNull, text == null ? "null" : text)) {
      case null:
        out += "null";
        break;
      case "t0":
        out += ctx.step(Steps::text, "zero");
        break;
      case String s when ctx.step(Steps::odd, n):
        out += "fell" + n;
        break;
      default:
        out += ctx.step(Steps::text, "default");
    }
    for (int i = 0; i < 3; i++) {
      Integer boxed = i;
      switch (boxed) {
        case Integer x when x == n && ctx.step(Steps::inc, x) > 0:
          out += "hit" + x;
          continue;
        case Integer x when x > 1:
          out += "big";
          break;
        case Integer x:
          out += x;
      }
      out += ";";
    }
    return out;
  }
}
