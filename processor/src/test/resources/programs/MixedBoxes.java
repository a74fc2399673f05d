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

/** A conditional of boxes unboxes, so null fails where Java says. */
// input: [0]
// input: [-1]
// input: [2]
@Workflow
public class MixedBoxes {
  public String run(WorkflowContext ctx, int n) {
    Integer kept = n > 0 ? ctx.step(Steps::boxed, n) : Integer.valueOf(7);
    Integer maybe = n == 2 ? (Integer) null : ctx.step(Steps::boxed, n);
    String out = kept + " " + maybe;
    try {
      int i = n >= 0 ? ctx.step(Steps::boxed, n) : ctx.step(Steps::boxed, n);
      out += i;
    } catch (NullPointerException e) {
      out += "npe";
    }
    try {
      Integer j = ctx.step(Steps::odd, 1) ? ctx.step(Steps::boxed, n) : 0;
      out += j;
    } catch (NullPointerException e) {
      out += "npe2";
    }
    return out + (ctx.step(Steps::odd, n) ? ctx.step(Steps::boxed, 3) : Long.valueOf(2));
  }
}
