package dev.everstep.engine.sample;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an object across two steps that leads back to itself at the second; see {@link Ring_run}.
 */
@Workflow
public class Ring {
  /** A link of a chain. */
  public static final class Node {
    public String name = "";
    public @Nullable Node next;
  }

  public String run(WorkflowContext ctx, String item) throws Exception {
    Node first = new Node();
    first.name = ctx.step(Work::handle, item);
    first.next = new Node();
    first.next.next = first;
    ctx.step(Work::handle, first.name);
    return first.next.next.name;
  }
}
