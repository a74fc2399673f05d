package app;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;

@Workflow
public class Flow {
  public String run(WorkflowContext ctx, String name) {
    return ctx.step(Flow::greet, Ids.next(name) + Ids.region() + Ids.count());
  }

  @Function
  public static String greet(String name) {
    return "hello " + name;
  }
}
