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

/** The only step is in the finally block; the try block throws. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyStepOnly {
  public int run(WorkflowContext ctx, int n) {
    int out = 0;
    try {
      out = Effects.at(12 / n);
    } finally {
      out += ctx.step(Steps::inc, out);
    }
    return out;
  }
}
