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

/** Names of locals that the compiler would like to have. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyWords {
  public int run(WorkflowContext ctx, int n) throws Exception {
    int exit = 1;
    int failure = 2;
    int result = 3;
    int at = 4;
    for (int i = 0; i < 2; i++) {
      try {
        exit += ctx.step(Steps::picky, n);
        if (n == 1) return exit + failure + result + at;
        if (n == 2) break;
      } catch (RefusedException e) {
        failure += ctx.step(Steps::inc, failure);
        continue;
      } finally {
        result += ctx.step(Steps::inc, result);
        at++;
      }
    }
    return exit * 1000 + failure * 100 + result * 10 + at;
  }
}
