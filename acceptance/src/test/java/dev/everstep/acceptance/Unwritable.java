package dev.everstep.acceptance;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;

/** A workflow whose first step acts, and then returns what cannot be kept. */
@Workflow
public class Unwritable {
  public String run(WorkflowContext ctx, String name) {
    Part part = ctx.step(Parts::make, name);
    return part.name();
  }

  /** What cannot be written as JSON: {@code handle} has nothing to write. */
  public record Part(String name, Handle handle) {}

  /** Has no properties. */
  public static final class Handle {}

  /** Makes parts. */
  public static class Parts {
    @Function
    public Part make(String name) {
      return new Part(name, new Handle());
    }
  }
}
