package app;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;
import java.time.Duration;

@Workflow
public class Flow {
  public String run(WorkflowContext ctx, String name) {
    ctx.sleep(Duration.ofDays(1));
    String greeting = ctx.step(Flow::greet, name);
    return greeting;
  }

  @Function
  public static String greet(String name) {
    return "hello " + name;
  }
}
