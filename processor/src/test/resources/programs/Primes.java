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

/** Plain computing between steps. */
// input: [20]
@Workflow
public class Primes {
  public List<Integer> run(WorkflowContext ctx, int max) {
    List<Integer> primes = new ArrayList<>();
    search:
    for (int n = 2; n <= max; n++) {
      for (int p : primes) {
        if (n % p == 0) {
          continue search;
        }
      }
      primes.add(ctx.step(Steps::inc, n) - 1);
    }
    return primes;
  }
}
