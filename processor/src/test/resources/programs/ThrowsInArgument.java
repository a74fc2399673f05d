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

/** A failure while arguments are evaluated; the step does not happen. */
// input: [0]
// input: [2]
// input: [-1]
@Workflow
public class ThrowsInArgument {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    try {
      out += ctx.step(Steps::add, ctx.step(Steps::inc, n), 10 / n);
    } catch (ArithmeticException e) {
      out += "zero";
    }
    try {
      out += ctx.step(Steps::add, ctx.step(Steps::positive, n), Effects.at(4));
    } catch (IllegalArgumentException e) {
      out += "negative";
    }
    return out;
  }
}
