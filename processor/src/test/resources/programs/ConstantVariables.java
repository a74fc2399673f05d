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

/** Constant locals in labels, in narrowing assignments and across steps. */
// input: [0]
// input: [3]
// input: [4]
// input: [5]
@Workflow
public class ConstantVariables {
  public String run(WorkflowContext ctx, int n) {
    final int K = 3;
    final int FOUR = K + 1;
    final String TAG = "t" + K;
    final char C = 'c';
    byte b = K;
    b += ctx.step(Steps::inc, K);
    char up = C + 1;
    String out = "";
    switch (ctx.step(Steps::inc, n - 1)) {
      case K:
        out += "three";
      case FOUR:
        out += ctx.step(Steps::text, TAG);
        break;
      case K + 2:
        out += "five" + C;
        break;
      default:
        out += TAG.length();
    }
    switch (ctx.step(Steps::orNull, TAG)) {
      case TAG -> out += "tag";
      default -> out += "none";
    }
    final long big = 1L << 40;
    final float f = 1.5f;
    final boolean yes = !false;
    ctx.step(Steps::ping);
    return out + b + up + big + f + yes + (byte) FOUR;
  }
}
