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

/** A step narrower than the result, the local or the argument. */
// input: [7]
// input: [-7]
@Workflow
public class WidenedResult {
  public double run(WorkflowContext ctx, int n) {
    long wide = ctx.step(Steps::inc, n);
    long viaShort = ctx.step(Steps::mid, n) + ctx.step(Steps::low, n);
    double d = ctx.step(Steps::third, 9f);
    long arg = ctx.step(Steps::twice, (long) n);
    float f = ctx.step(Steps::next, 'a');
    double half = ctx.step(Steps::half, 3d);
    if (wide > 100) {
      return 1;
    }
    Effects.log(wide + " " + viaShort + " " + d + " " + arg + " " + f + " " + half);
    return ctx.step(Steps::inc, n);
  }
}
