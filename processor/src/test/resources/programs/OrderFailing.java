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

/** Effects of operands before a failing step stay, those after do not happen. */
// input: [1]
// input: [-1]
@Workflow
public class OrderFailing {
  public String run(WorkflowContext ctx, int n) {
    int i = n;
    int kept = 1;
    try {
      kept = Effects.at(i++) + ctx.step(Steps::positive, n) + Effects.at(i++);
    } catch (IllegalArgumentException e) {
      kept += 100;
    }
    return kept + " " + i;
  }
}
