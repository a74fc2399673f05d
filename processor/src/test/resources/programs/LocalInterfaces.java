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

/** A local interface that local records implement. */
// input: [1]
// input: [2]
@Workflow
public class LocalInterfaces {
  public String run(WorkflowContext ctx, int n) {
    interface Priced {
      int price();

      default int twice() {
        return 2 * price();
      }

      static int none() {
        return 0;
      }
    }
    record Fixed(int price) implements Priced {}
    record Scaled(Fixed base, int by) implements Priced {
      @Override
      public int price() {
        return base.price() * by;
      }
    }
    Fixed fixed = new Fixed(ctx.step(Steps::inc, n));
    Scaled scaled = new Scaled(fixed, ctx.step(Steps::inc, fixed.twice()));
    int sum = Priced.none();
    for (int i = 0; i < n; i++) {
      Priced priced = i == 0 ? fixed : scaled;
      sum += priced.twice() + 0;
      sum += ctx.step(Steps::inc, i);
    }
    return fixed + "" + scaled + sum + ctx.step(Steps::inc, scaled.price());
  }
}
