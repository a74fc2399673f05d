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

/** A bad index or a null array is found before or after the right side, as Java says. */
// input: [1]
// input: [5]
@Workflow
public class ElementFails {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    int[] a = ctx.step(Steps::ints, 3);
    try {
      a[n] = ctx.step(Steps::inc, 1);
      out += a[n];
    } catch (ArrayIndexOutOfBoundsException e) {
      out += "simple";
    }
    try {
      a[n] += ctx.step(Steps::inc, 2);
      out += a[n];
    } catch (ArrayIndexOutOfBoundsException e) {
      out += "compound";
    }
    Cell none = null;
    try {
      none.value += ctx.step(Steps::inc, 3);
    } catch (NullPointerException e) {
      out += "field";
    }
    try {
      none.value = ctx.step(Steps::inc, 4);
    } catch (NullPointerException e) {
      out += "target";
    }
    int[] missing = null;
    try {
      missing[0] = ctx.step(Steps::inc, 5);
    } catch (NullPointerException e) {
      out += "array";
    }
    return out;
  }
}
