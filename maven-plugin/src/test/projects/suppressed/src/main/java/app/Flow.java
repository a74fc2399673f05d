package app;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;
import dev.everstep.annotations.Deterministic;

@Workflow
public class Flow {
  public String run(WorkflowContext ctx, String name) {
    return ctx.step(Flow::greet, measured(name));
  }

  @Function
  public static String greet(String name) {
    return "hello " + name;
  }

  @Deterministic(reason = "the duration goes nowhere")
  static String measured(String name) {
    long begin = System.nanoTime();
    return System.nanoTime() < begin ? name : name.strip();
  }
}
