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

/** Type arguments made of the caller's own. */
// input: [2]
// input: [0]
@Workflow
public class HelperGenericNested {
  public String run(WorkflowContext ctx, int n) {
    List<List<List<Item>>> deep = wrap(ctx, List.of(new Item("i", n, List.of("t"))), n);
    Item item = deep.get(0).get(0).get(0);
    Optional<BigDecimal> price = maybe(ctx, ctx.step(Steps::price, "1.50"));
    return item.name() + item.tags() + deep.size() + price.get().scale();
  }

  private <T> List<List<List<T>>> wrap(WorkflowContext ctx, List<T> of, int times) {
    List<List<T>> one = list(ctx, of);
    ctx.step(Steps::note, "wrapped");
    List<List<List<T>>> two = list(ctx, one);
    return times > 0 ? wrap(ctx, of, times - 1) : two;
  }

  private <E> List<E> list(WorkflowContext ctx, E element) {
    List<E> made = new ArrayList<>();
    made.add(element);
    ctx.step(Steps::note, "list");
    return made;
  }

  private static <T> Optional<T> maybe(WorkflowContext ctx, T value) {
    Optional<T> kept = Optional.ofNullable(value);
    ctx.step(Steps::ping);
    return kept;
  }
}
