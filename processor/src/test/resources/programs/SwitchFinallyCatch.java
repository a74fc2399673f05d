package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.Steps;
import java.util.*;

/** Switches in catch and finally blocks, with failures of steps in every arm. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class SwitchFinallyCatch {
  public String run(WorkflowContext ctx, int n) throws Exception {
    List<String> out = new ArrayList<>();
    for (int i = n; i < n + 3; i++) {
      try {
        switch (i) {
          case 1, 3 -> ctx.step(Steps::picky, i);
          case 2 -> {
            try {
              ctx.step(Steps::picky, i);
            } finally {
              out.add(switch (n) { case 2 -> ctx.step(Steps::text, "two"); default -> "other"; });
            }
          }
          default -> out.add(ctx.step(Steps::text, "d" + i));
        }
      } catch (Exception e) {
        out.add(
            switch (i % 2) {
              case 0 -> "even " + e.getMessage();
              default -> ctx.step(Steps::text, "odd") + e.getClass().getSimpleName();
            });
      } finally {
        switch (i) {
          case 4:
            ctx.step(Steps::note, "four");
            break;
          default:
            out.add("f" + ctx.step(Steps::inc, i));
        }
      }
    }
    return out.toString();
  }
}
