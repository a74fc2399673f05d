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

/** Wildcards and captures that var and loops bring in. */
// input: [2]
@Workflow
public class Wildcards {
  public String run(WorkflowContext ctx, int n) {
    List<? extends Number> numbers = List.of(1, 2.5, n);
    String out = "";
    for (var number : numbers) {
      out += ctx.step(Steps::inc, number.intValue());
    }
    List<? super Integer> sink = new ArrayList<Number>();
    sink.add(n);
    out += sink;
    Map<String, ? extends List<? extends Item>> shelves = Map.of("s", List.of(ctx.step(Steps::item, "i", n)));
    var shelf = shelves.get("s");
    var first = shelf.get(0);
    out += ctx.step(Steps::text, first.name()) + shelf.size();
    for (Map.Entry<String, ? extends List<? extends Item>> entry : shelves.entrySet()) {
      out += entry.getKey() + ctx.step(Steps::inc, entry.getValue().get(0).count());
    }
    var list = (List<? extends Comparable<?>>) List.of("c");
    out += list.get(0);
    Class<? extends Number> type = n > 1 ? Integer.class : Double.class;
    return out + type.getSimpleName();
  }
}
