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

/** Private constants of the workflow class. */
// input: [0]
// input: [3]
// input: [7]
@Workflow
public class PrivateConstants {
  private static final int MAX = 3;
  private static final String TAG = "tag\n\"" + MAX;
  private static final char DOT = '.';
  private static final long BIG = 1L << 40;
  private static final double HALF = .5;
  private static final boolean ON = true;
  private final byte small = 7;
  private static final int LOW = Integer.MIN_VALUE;

  public String run(WorkflowContext ctx, int n) {
    String out = TAG + PrivateConstants.TAG.length() + DOT + BIG + HALF + small + this.small + LOW;
    for (int i = 0; i < MAX && ON; i++) out += ctx.step(Steps::inc, i + MAX);
    switch (n) {
      case MAX -> out += ctx.step(Steps::text, "max");
      case PrivateConstants.MAX + 4 -> out += "seven";
      default -> out += ctx.step(Steps::text, TAG);
    }
    switch (n) {
      case MAX:
        out += "again";
    }
    byte b = MAX;
    b += small + ctx.step(Steps::inc, 1);
    return out + b + ctx.step("in" + MAX, () -> MAX + n) + Stream.of(1).map(x -> x + MAX).toList();
  }
}
