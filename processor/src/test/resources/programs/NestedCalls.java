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

/** Steps as arguments of calls, constructors and of other steps; chains. */
// input: ["a,b"]
@Workflow
public class NestedCalls {
  public String run(WorkflowContext ctx, String s) {
    int n = Math.max(ctx.step(Steps::inc, 1), Math.min(Effects.at(9), ctx.step(Steps::inc, ctx.step(Steps::inc, 5))));
    Item item = new Item(ctx.step(Steps::text, "n"), ctx.step(Steps::inc, n), List.of(ctx.step(Steps::text, "t"), "u"));
    String chain = ctx.step(Steps::words, s).get(ctx.step(Steps::zero)).concat(ctx.step(Steps::text, "c")).toUpperCase(Locale.ROOT);
    String format = String.format("%s-%s-%s", Effects.seen("f"), ctx.step(Steps::inc, 1), item);
    List<Integer> list = new ArrayList<>(Arrays.asList(ctx.step(Steps::inc, 1), n, ctx.step(Steps::inc, 2)));
    list.set(ctx.step(Steps::zero), list.get(1) + ctx.step(Steps::inc, list.get(0)));
    list.add(ctx.step(Steps::inc, 4));
    Pair<String, Integer> pair = new Pair<>(ctx.step(Steps::text, "p"), ctx.step(Steps::inc, 0));
    return n + item.toString() + chain + format + list + pair.first() + pair.second() + ctx.step(Steps::item, "q", 1).with(5);
  }
}
