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

/** Time, randomness and ids are those of the segment. */
// input: [2]
@Workflow
public class Deterministic {
  public String run(WorkflowContext ctx, int n) {
    String out = ctx.now() + " " + ctx.random().nextInt(100) + ctx.random().nextInt(100) + " " + ctx.uuid();
    for (int i = 0; i < n; i++) {
      out += ctx.now().getEpochSecond() + ctx.step(Steps::inc, ctx.random().nextInt(10)) + ctx.random().nextInt(10);
    }
    UUID id = ctx.uuid();
    ctx.step(Steps::note, id.toString());
    out += ctx.now().plusSeconds(ctx.step(Steps::inc, 1)) + " " + ctx.now();
    ctx.log().trace("at {}", out);
    return out + id + ctx.runId().value() + (ctx.random().nextBoolean() ? ctx.step(Steps::inc, 1) : ctx.step(Steps::inc, 2));
  }
}
