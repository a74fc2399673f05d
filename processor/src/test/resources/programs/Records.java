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

/** Records, generic records and nested generics across steps. */
// input: [{"name":"g","count":2,"tags":["x","y"]}]
@Workflow
public class Records {
  public String run(WorkflowContext ctx, Item given) {
    Item item = ctx.step(Steps::item, given.name(), given.count());
    Pair<String, List<Long>> pair = ctx.step(Steps::pair, "p", 4L);
    Pair<Item, Pair<Integer, Item>> deep = new Pair<>(item, new Pair<>(3, given));
    List<Map<String, Item>> shelves = ctx.step(Steps::shelves, 2);
    ctx.step(Steps::ping);
    long sum = 0;
    for (long one : pair.second()) {
      sum += one + ctx.step(Steps::inc, deep.second().first());
    }
    return item + " " + sum + deep.second().second().tags() + shelves.get(1).get("k1").tags().get(0) + given;
  }
}
