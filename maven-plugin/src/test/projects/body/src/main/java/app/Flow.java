package app;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;
import java.time.Instant;

@Workflow
public class Flow {
  public String run(WorkflowContext ctx, String name) {
    String greeting = ctx.step(Flow::greet, name);
    return greeting + Instant.now();
  }

  @Function
  public static String greet(String name) {
    return "hello " + name;
  }
}
