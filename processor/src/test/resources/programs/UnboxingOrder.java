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

/** Unboxing happens after all operands, except on the left of a compound assignment. */
// input: [0]
// input: [-1]
@Workflow
public class UnboxingOrder {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    Integer box = n < 0 ? null : n;
    try {
      int sum = box + ctx.step(Steps::inc, n);
      out += sum;
    } catch (NullPointerException e) {
      out += "a";
    }
    try {
      box += ctx.step(Steps::inc, n);
      out += box;
    } catch (NullPointerException e) {
      out += "b";
    }
    int[] none = n < 0 ? null : new int[2];
    try {
      none[ctx.step(Steps::inc, 0)] = ctx.step(Steps::inc, 5);
      out += none[1];
    } catch (NullPointerException e) {
      out += "c";
    }
    try {
      none[ctx.step(Steps::inc, 8)] += ctx.step(Steps::inc, 6);
    } catch (NullPointerException | ArrayIndexOutOfBoundsException e) {
      out += e.getClass().getSimpleName();
    }
    return out;
  }
}
