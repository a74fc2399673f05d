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

/** Beans that hold each other's parts, changed after a step. */
// input: [3]
@Workflow
public class SharedBeans {
  public String run(WorkflowContext ctx, int n) {
    Cell a = ctx.step(Steps::cell, n);
    Cell b = new Cell();
    b.parts = a.parts;
    b.slots = a.slots;
    Cell[] row = {a, b, a};
    Item item = new Item("i", 1, new ArrayList<>(List.of("t")));
    Pair<Item, List<String>> pair = new Pair<>(item, item.tags());
    List<Cell> queue = new LinkedList<>(List.of(b, a));
    ctx.step(Steps::ping);
    a.parts.add(ctx.step(Steps::inc, 1));
    b.slots[1] = 5;
    row[0].value += ctx.step(Steps::inc, row[2].value);
    pair.second().add(ctx.step(Steps::text, "u"));
    queue.get(1).text = "changed";
    return b.parts + Arrays.toString(a.slots) + a.value + a.text + item + pair + (row[0] == row[2]) + (queue.get(0) == row[1]) + (pair.first().tags() == pair.second());
  }
}
