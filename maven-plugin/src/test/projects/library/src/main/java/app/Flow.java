package app;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;
import org.apache.commons.lang3.RandomStringUtils;

@Workflow
public class Flow {
  public String run(WorkflowContext ctx, String name) {
    return ctx.step(Flow::greet, RandomStringUtils.insecure().nextAlphabetic(8));
  }

  @Function
  public static String greet(String name) {
    return "hello " + name;
  }
}
