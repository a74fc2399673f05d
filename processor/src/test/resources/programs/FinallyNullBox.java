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

/** A null result that is unboxed before the finally block runs. */
// input: [1]
// input: [-1]
@Workflow
public class FinallyNullBox {
  public int run(WorkflowContext ctx, int n) {
    try {
      return ctx.step(Steps::boxed, n);
    } finally {
      ctx.step(Steps::ping);
    }
  }
}
