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

/** Assertions with steps in the condition and in the detail. */
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class AssertSteps {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    assert ctx.step(Steps::inc, n) > 1;
    try {
      assert ctx.step(Steps::odd, n) || n == 3 : "even " + ctx.step(Steps::inc, n);
      out += "held";
      assert n == 1 : ctx.step(Steps::inc, n);
    } catch (AssertionError e) {
      out += e.getMessage();
    } finally {
      out += ctx.step(Steps::text, "f");
    }
    return out;
  }
}
