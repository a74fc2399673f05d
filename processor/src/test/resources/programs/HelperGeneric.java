package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** A generic helper that calls itself, with two kinds of elements. */
// input: [3]
// input: [0]
@Workflow
public class HelperGeneric {
  public String run(WorkflowContext ctx, int n) {
    List<Item> items = collect(ctx, List.of(new Item("a", n, List.of("x")), new Item("b", 2, List.of())), n);
    List<Map<String, Item>> shelves = collect(ctx, ctx.step(Steps::shelves, 2), n + 1);
    String names = "";
    for (Item item : items) {
      names += item.name() + item.count() + item.tags();
    }
    for (Map<String, Item> shelf : shelves) {
      for (Item item : shelf.values()) {
        names += item.name() + item.tags().size();
      }
    }
    return names;
  }

  private static <T> List<T> collect(WorkflowContext ctx, List<T> in, int depth) {
    if (depth <= 0 || in.isEmpty()) {
      return new ArrayList<>(in);
    }
    T first = in.get(0);
    ctx.step(Steps::note, "depth " + depth);
    List<T> rest = collect(ctx, new ArrayList<>(in.subList(1, in.size())), depth - 1);
    ctx.step(Steps::note, "size " + rest.size());
    rest.add(0, first);
    return rest;
  }
}
