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

/** Values of types without a name that cross blocks, and no step. */
// input: [0]
// input: [1]
// input: [2]
@Workflow
public class UnnamedTypes {
  static <T extends Comparable<T> & Serializable> T least(List<T> of) {
    return Collections.min(of);
  }

  public String run(WorkflowContext ctx, int n) {
    String out = "";
    var mixed = n == 0 ? "text" : (Integer) n;
    out += mixed;
    var list = List.of(1, "a", 2.5);
    for (var one : list) out += one;
    out += (n == 0 ? ctx.step(Steps::text, "a") : ctx.step(Steps::inc, n));
    out += (ctx.step(Steps::odd, n) ? "odd" : 1.5);
    out += String.valueOf(ctx.step(Steps::odd, n) ? (Object) 'c' : "s").length();
    out += Objects.hash(ctx.step(Steps::odd, n) ? 5 : "five", n);
    return out + least(ctx.step(Steps::words, "b,a"));
  }
}
