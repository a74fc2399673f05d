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

/** Exceptions of plain code between steps. */
// input: ["7"]
// input: ["x"]
// input: [""]
// input: ["0"]
@Workflow
public class CatchPlain {
  public String run(WorkflowContext ctx, String text) {
    String out = "";
    try {
      String shown = ctx.step(Steps::text, text);
      int n = Integer.parseInt(text);
      out += ctx.step(Steps::inc, n);
      out += 10 / n;
      out += shown.charAt(n);
    } catch (NumberFormatException e) {
      out += ctx.step(Steps::text, e.getMessage());
    } catch (ArithmeticException | IndexOutOfBoundsException e) {
      out += ctx.step(Steps::text, e.getClass().getSimpleName());
    }
    return out + ctx.step(Steps::inc, 1);
  }
}
