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

/** An exception in the middle of an expression, between two steps. */
// input: [0]
// input: [1]
// input: [4]
@Workflow
public class FailingMidway {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    try {
      out += ctx.step(Steps::inc, 1) + 10 / n + ctx.step(Steps::inc, 2);
    } catch (ArithmeticException e) {
      out += "divided";
    }
    try {
      out += ctx.step(Steps::parts, "a,b")[n] + ctx.step(Steps::text, "c");
    } catch (ArrayIndexOutOfBoundsException e) {
      out += "index";
    }
    int[] count = {0};
    try {
      count[0] = ctx.step(Steps::inc, count[0]) + count[n] + ctx.step(Steps::inc, 3);
    } catch (RuntimeException e) {
      out += "kept" + count[0];
    }
    try {
      Object o = ctx.step(Steps::text, "o");
      out += (n == 4 ? (Integer) o : Integer.valueOf(1)) + ctx.step(Steps::inc, 1);
    } catch (ClassCastException e) {
      out += "cast";
    }
    return out + Arrays.toString(count);
  }
}
