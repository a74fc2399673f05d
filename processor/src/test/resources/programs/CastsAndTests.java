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

/** Casts, instanceof and conversions between steps. */
// input: [0]
// input: [1]
@Workflow
public class CastsAndTests {
  public String run(WorkflowContext ctx, int n) {
    Number a = n == 0 ? (Number) ctx.step(Steps::inc, n) : (Number) ctx.step(Steps::twice, (long) (long) n);
    String kind = a instanceof Integer i ? "int" + i : a instanceof Long l ? "long" + l : "other";
    boolean odd = ctx.step(Steps::words, "a") instanceof ArrayList;
    byte small = (byte) (int) ctx.step(Steps::inc, 300);
    int cut = (int) (double) ctx.step(Steps::half, 7.9);
    long wide = (long) ctx.step(Steps::inc, n) << 33;
    char letter = (char) (byte) ctx.step(Steps::low, 65);
    String text = (String) (Object) ctx.step(Steps::text, "t");
    float f = (float) (int) ctx.step(Steps::inc, n) / 3;
    return kind + odd + small + cut + wide + letter + text + f + ((List<String>) ctx.step(Steps::words, "c")).size();
  }
}
