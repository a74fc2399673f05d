package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Tries again until it works, with pauses. */
// input: [-2]
// input: [1]
// input: [-9]
@Workflow
public class Retry {
  public String run(WorkflowContext ctx, int n) {
    int attempt = 0;
    int value = n;
    while (true) {
      try {
        return attempt + "=" + ctx.step(Steps::positive, value);
      } catch (IllegalArgumentException e) {
        attempt++;
        if (attempt > 4) {
          throw new IllegalStateException("gave up", e);
        }
        ctx.sleep(Duration.ofSeconds(attempt));
        value += 1;
      }
    }
  }
}
