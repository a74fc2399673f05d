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

/** Two locals and two maps that hold one list. */
// input: [2]
@Workflow
public class SharedLists {
  public String run(WorkflowContext ctx, int n) {
    List<Integer> list = new ArrayList<>();
    Map<String, List<Integer>> byName = new TreeMap<>();
    byName.put("a", list);
    byName.put("b", list);
    Map<Integer, Map<String, List<Integer>>> outer = new HashMap<>(Map.of(1, byName));
    List<List<Integer>> rows = new ArrayList<>(List.of(list, new ArrayList<>(list), list));
    for (int i = 0; i < n; i++) {
      byName.get("a").add(ctx.step(Steps::inc, i));
      rows.get(2).add(ctx.step(Steps::inc, i * 10));
      outer.get(1).put("c" + i, i == 0 ? rows.get(1) : list);
    }
    rows.get(1).add(ctx.step(Steps::inc, 99));
    return list + "" + byName + outer + rows + (byName.get("a") == rows.get(0)) + (outer.get(1) == byName) + (rows.get(1) == byName.get("c0"));
  }
}
