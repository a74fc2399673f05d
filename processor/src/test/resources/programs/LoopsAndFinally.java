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

/** Continue and break through several finally blocks with steps. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class LoopsAndFinally {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    outer:
    for (int i = 0; i < 3; i++) {
      try {
        for (int j = 0; j < 3; j++) {
          try {
            if (j == n) continue outer;
            if (i == n) break outer;
            if (i + j == 3) continue;
            out += ctx.step(Steps::add, i, j);
          } finally {
            out += ctx.step(Steps::text, "j");
          }
        }
      } finally {
        ctx.step(Steps::note, "i" + i);
        out += i;
      }
    }
    return out;
  }
}
