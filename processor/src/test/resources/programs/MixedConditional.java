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

/** Conditional operators whose branches have different types. */
// input: [true]
// input: [false]
@Workflow
public class MixedConditional {
  public String run(WorkflowContext ctx, boolean flag) {
    String out = "" + (flag ? ctx.step(Steps::inc, 1) : 2.5);
    out += " " + (flag ? ctx.step(Steps::next, 'a') : 98);
    out += " " + (flag ? 1 : ctx.step(Steps::twice, 4L));
    out += " " + (flag ? 'x' : ctx.step(Steps::inc, 64));
    out += " " + (flag ? ctx.step(Steps::mid, 4) : 'y');
    out += " " + (flag ? ctx.step(Steps::low, 300) : ctx.step(Steps::mid, 300));
    double wide = flag ? ctx.step(Steps::inc, 5) : 2.5f;
    Integer box = flag ? ctx.step(Steps::inc, 6) : Integer.valueOf(7);
    long sum = (flag ? ctx.step(Steps::inc, Integer.MAX_VALUE) : 1L) + (flag ? 1 : ctx.step(Steps::inc, 2));
    int shift = 1 << (flag ? ctx.step(Steps::inc, 2) : 1L);
    try {
      int open = flag ? ctx.step(Steps::boxed, -1) : 3;
      out += open;
    } catch (NullPointerException e) {
      out += "null";
    }
    return out + " " + wide + " " + box + " " + sum + " " + shift;
  }
}
