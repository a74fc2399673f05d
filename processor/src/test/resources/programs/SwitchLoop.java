package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.RefusedException;
import dev.everstep.processor.differential.world.Steps;
import java.time.Duration;

/** A state machine: a loop around a switch. */
// input: [0]
// input: [1]
// input: [3]
@Workflow
public class SwitchLoop {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String state = "start";
    int tries = n;
    String log = "";
    while (!state.equals("done")) {
      log += state.charAt(0);
      state =
          switch (state) {
            case "start" -> {
              ctx.step(Steps::note, "start");
              yield "work";
            }
            case "work" -> {
              try {
                ctx.step(Steps::picky, tries);
                yield "close";
              } catch (RefusedException e) {
                tries++;
                yield "retry";
              }
            }
            case "retry" -> {
              ctx.sleep(Duration.ofSeconds(tries));
              yield "work";
            }
            case "close" -> ctx.step(Steps::odd, tries) ? "done" : "again";
            default -> {
              if (log.length() > 8) yield "done";
              tries += 1;
              yield "work";
            }
          };
    }
    return log + tries;
  }
}
