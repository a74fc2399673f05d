package app;

import dev.everstep.WorkflowContext;
import java.time.Duration;

public class Inline {
  public String run(WorkflowContext ctx, String name) {
    String greeting = ctx.step("greet", () -> "Hello " + name);
    ctx.sleep(Duration.ofHours(1));
    ctx.step(
        "print",
        () -> {
          String line = greeting + "!";
          System.out.println(line);
        });
    ctx.sleep(Duration.ofHours(2));
    return greeting;
  }
}
