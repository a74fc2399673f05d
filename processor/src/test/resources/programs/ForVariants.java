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

/** Basic for statements with several variables, empty parts and updates of several steps. */
// input: [0]
// input: [4]
@Workflow
public class ForVariants {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    for (int i = 0, j = ctx.step(Steps::inc, n); i < j; i++, j -= ctx.step(Steps::inc, 0)) {
      out += i + ":" + j + " ";
    }
    int k;
    for (k = ctx.step(Steps::inc, 0), out += k; k < n; k += 2, ctx.step(Steps::note, "u" + k)) out += k;
    for (; ; ) {
      if (ctx.step(Steps::inc, k++) > n + 2) break;
    }
    for (Iterator<Integer> it = List.of(1, 2).iterator(); it.hasNext(); ) out += it.next();
    for (final String s : List.of("a", "b")) for (int m = 0; m < 2 && ctx.step(Steps::odd, 1); m++) out += s + m;
    for (var x = 1L; x < 20; x = ctx.step(Steps::twice, x)) out += x;
    return out + k;
  }
}
