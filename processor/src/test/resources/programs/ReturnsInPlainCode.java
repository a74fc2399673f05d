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

/** Returns of all kinds inside statements without steps. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
@Workflow
public class ReturnsInPlainCode {
  public long run(WorkflowContext ctx, int n) {
    ctx.step(Steps::ping);
    if (n == 0) return 1;
    for (int i = 0; i < 5; i++) {
      if (i == n && n == 1) return (byte) i;
      switch (n) {
        case 2: return 'c';
        case 3: {
          synchronized (this) {
            try {
              return n == 3 ? 5 : 6L;
            } finally {
              Effects.log("left");
            }
          }
        }
      }
    }
    Integer boxed = ctx.step(Steps::inc, n);
    return n > 3 ? boxed : ctx.step(Steps::twice, (long) n);
  }
}
