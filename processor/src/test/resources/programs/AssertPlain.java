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

/** Assertions without steps. */
// input: [1]
// input: [5]
@Workflow
public class AssertPlain {
  public String run(WorkflowContext ctx, int n) {
    int m = ctx.step(Steps::inc, n);
    assert m > n : "m " + m;
    assert Stream.of(1, 2).noneMatch(i -> i > m + n);
    ctx.step(Steps::ping);
    return "" + m;
  }
}
