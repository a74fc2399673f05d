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

/** Locals of all primitive types across steps. */
// input: [true]
// input: [false]
@Workflow
public class AllPrimitives {
  public String run(WorkflowContext ctx, boolean flag) {
    byte b = -7;
    short s = 300;
    char c = '\u00e9';
    int i = Integer.MIN_VALUE;
    long l = Long.MAX_VALUE;
    float f = 0.1f;
    double d = 0.1 + 0.2;
    boolean z = flag;
    ctx.step(Steps::ping);
    b++;
    s += 1;
    c += 1;
    i -= 1;
    l++;
    f *= 3;
    d /= 3;
    z = ctx.step(Steps::not, z);
    return b + " " + s + " " + c + " " + i + " " + l + " " + f + " " + d + " " + z;
  }
}
