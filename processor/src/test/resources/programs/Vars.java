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

/** var for everything, its type inferred from steps and generics. */
// input: [2]
@Workflow
public class Vars {
  public String run(WorkflowContext ctx, int n) {
    var i = ctx.step(Steps::inc, n);
    var text = ctx.step(Steps::text, "v");
    var shelves = ctx.step(Steps::shelves, n);
    var map = new TreeMap<String, List<Integer>>();
    map.put(text, new ArrayList<>(List.of(i)));
    var array = ctx.step(Steps::grid, 1, 2);
    var pair = new Pair<>(text, i);
    for (var shelf : shelves) {
      for (var entry : shelf.entrySet()) {
        var item = entry.getValue();
        map.computeIfAbsent(item.name(), key -> new ArrayList<>()).add(ctx.step(Steps::inc, item.count()));
      }
    }
    for (var k = 0; k < array[0].length; k++) {
      i += ctx.step(Steps::inc, array[0][k]);
    }
    return i + text + map + pair;
  }
}
