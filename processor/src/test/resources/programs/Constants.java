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

/** Local constants in labels, lambdas and narrowing; assigned once later. */
// input: [1]
// input: [4]
@Workflow
public class Constants {
  static final int MAX = 9;

  public String run(WorkflowContext ctx, int n) {
    final int limit = 4;
    final String prefix = "p" + limit;
    final byte small = limit;
    final int late;
    if (n == limit) {
      late = ctx.step(Steps::inc, n);
    } else {
      late = -1;
    }
    ctx.step(Steps::note, prefix);
    byte narrowed = limit;
    String out = "";
    switch (n) {
      case limit:
        out = "limit";
        break;
      default:
        out = "other";
    }
    ctx.step(Steps::ping);
    return out + prefix + small + narrowed + late + MAX + ctx.step(Steps::inc, limit);
  }
}
