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

/** A jump out of plain code goes where the code goes anyway; what follows exists once. */
// input: [1]
// input: [4]
@Workflow
public class JumpToNext {
  public String run(WorkflowContext ctx, int n) {
    far:
    {
      ctx.step(Steps::ping);
      if (n > 2) {
        break far;
      }
    }
    var unnamed = new Object() { int part = 5; };
    int sum = unnamed.part++ + unnamed.part;
    return "end " + ctx.step(Steps::inc, sum);
  }
}
