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

/** A box that a switch or a conditional chose is unboxed before the step behind it. */
// input: [0]
// input: [-1]
// input: [2]
@Workflow
public class ChosenBoxesUnboxed {
  static int sum(int a, int b) {
    return a + b;
  }

  public String run(WorkflowContext ctx, int n) {
    String out = "";
    try {
      out += (switch (n) {
        case 0 -> Integer.valueOf(0);
        case 1 -> { yield Integer.valueOf(1); }
        default -> ctx.step(Steps::boxed, n);
      }) + ctx.step(Steps::inc, 1);
    } catch (NullPointerException e) {
      out += "a";
    }
    try {
      out += (n < 1 ? ctx.step(Steps::boxed, n) : Integer.valueOf(5)) * ctx.step(Steps::inc, 2);
    } catch (NullPointerException e) {
      out += "b";
    }
    try {
      out += sum(switch (n) { case 0 -> Integer.valueOf(7); default -> ctx.step(Steps::boxed, n); }, ctx.step(Steps::inc, 3));
    } catch (NullPointerException e) {
      out += "c";
    }
    try {
      int[] a = {1, 2, 3};
      a[(switch (n) { case 0 -> Integer.valueOf(1); default -> ctx.step(Steps::boxed, n); })] += ctx.step(Steps::inc, 4);
      out += a[0] + a[1] + a[2];
    } catch (NullPointerException e) {
      out += "d";
    }
    return out;
  }
}
