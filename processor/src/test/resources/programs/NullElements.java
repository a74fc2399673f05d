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

/** Nulls in collections, maps, arrays and records across steps. */
// input: []
@Workflow
public class NullElements {
  public String run(WorkflowContext ctx) {
    List<String> list = new ArrayList<>(Arrays.asList("a", null, "b"));
    Map<String, Integer> map = new HashMap<>();
    map.put("k", null);
    String[] array = {null, "x"};
    Item item = new Item(null, 0, null);
    Optional<String> empty = Optional.empty();
    Pair<String, Integer> pair = new Pair<>(null, null);
    ctx.step(Steps::ping);
    list.set(0, ctx.step(Steps::orNull, "null"));
    map.merge("k", ctx.step(Steps::inc, 1), Integer::sum);
    return list + "" + map.get("k") + map.get("none") + Arrays.toString(array) + item + empty + pair + ctx.step(Steps::orNull, array[1]);
  }
}
