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

/** Doubles that JSON has no number for. */
// input: [0]
@Workflow
public class SpecialNumbers {
  public String run(WorkflowContext ctx, int n) {
    double nan = 0d / n;
    double infinite = 1d / n;
    double negative = -0d;
    float small = Float.MIN_VALUE;
    ctx.step(Steps::ping);
    return nan + " " + infinite + " " + negative + " " + small + " " + 1 / negative;
  }
}
