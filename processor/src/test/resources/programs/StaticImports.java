package workflows;

import static dev.everstep.processor.differential.world.Color.RED;
import static dev.everstep.processor.differential.world.Effects.*;
import static java.lang.Math.PI;
import static java.lang.Math.max;
import static java.lang.String.valueOf;
import static java.util.Collections.emptyList;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.Map.Entry;
import java.util.function.*;
import java.util.stream.*;

/** Members named by static import, types by single import. */
// input: [2]
@Workflow
public class StaticImports {
  public String run(WorkflowContext ctx, int n) {
    String out = "" + max(n, ctx.step(Steps::inc, n)) + PI;
    for (Entry<String, Integer> entry : new TreeMap<>(Map.of("a", n, "b", 2)).entrySet()) {
      out += entry.getKey() + at(ctx.step(Steps::inc, entry.getValue()));
    }
    Color color = ctx.step(Steps::color, 0);
    return out + (color == RED) + emptyList() + ctx.step(Steps::text, valueOf(max(1, 2)));
  }
}
