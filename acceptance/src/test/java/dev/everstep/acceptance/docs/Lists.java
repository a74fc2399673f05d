package dev.everstep.acceptance.docs;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A durable method that workflows share. */
@Durable
public class Lists {
  private Lists() {}

  public static <T> List<T> first(WorkflowContext ctx, List<T> all, int count) {
    List<T> first = new ArrayList<>(all.subList(0, Math.min(count, all.size())));
    ctx.sleep(Duration.ofMillis(1));
    return first;
  }
}
