package app;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;

@Workflow
public class Flow {
  public String run(WorkflowContext ctx, String name) {
    String greeting = ctx.step(Flow::greet, name);
    return greeting + ctx.now();
  }

  @Function
  public static String greet(String name) {
    return "hello " + name;
  }
}
