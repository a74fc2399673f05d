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

/** Only a break or a failure leaves the try block. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyEndless {
  public int run(WorkflowContext ctx, int n) throws Exception {
    int i = 0;
    all:
    try {
      while (true) {
        i++;
        if (i > n) {
          break all;
        }
        ctx.step(Steps::picky, i + 1);
      }
    } finally {
      ctx.step(Steps::note, "f" + i);
    }
    return i;
  }
}
