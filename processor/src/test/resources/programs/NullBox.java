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

/** Unboxing a null that a step returned. */
// input: [3]
// input: [-3]
@Workflow
public class NullBox {
  public int run(WorkflowContext ctx, int n) {
    try {
      int open = ctx.step(Steps::boxed, n);
      return ctx.step(Steps::inc, open);
    } catch (NullPointerException e) {
      ctx.step(Steps::note, "null");
      return -1;
    }
  }
}
