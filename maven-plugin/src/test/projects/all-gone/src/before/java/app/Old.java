package app;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;

@Workflow
public class Old {
  public String run(WorkflowContext ctx, String name) {
    return ctx.step(Old::greet, name);
  }

  @Function
  public static String greet(String name) {
    return "hello " + name;
  }
}
