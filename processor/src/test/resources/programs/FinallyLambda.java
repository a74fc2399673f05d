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

/** A lambda in a finally block captures a local; a lambda has its own return. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [4]
// input: [5]
// input: [6]
@Workflow
public class FinallyLambda {
  public String run(WorkflowContext ctx, int n) throws Exception {
    String out = "";
    final int base = n * 2;
    try {
      IntSupplier twice = () -> {
        return base * 2;
      };
      out += twice.getAsInt();
      out += ctx.step(Steps::picky, n);
    } finally {
      final String seen = out;
      Supplier<String> shown = () -> seen + base;
      ctx.step(Steps::note, shown.get());
      Effects.log(seen + base);
    }
    return out;
  }
}
