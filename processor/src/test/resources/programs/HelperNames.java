package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Names of the machine's own members, and type parameters with odd names. */
// input: [3]
@Workflow
public class HelperNames {
  public String run(WorkflowContext f, int self) {
    int pc = invoke(f, self, "t");
    return pc + take(f, List.of(self)) + Op(f, "s");
  }

  private int invoke(WorkflowContext self, int thrown, String next) {
    int at = self.step(Steps::inc, thrown);
    return at + next.length();
  }

  private <Locals> Locals take(WorkflowContext pc, List<Locals> f) {
    Locals first = f.get(0);
    pc.step(Steps::ping);
    return first;
  }

  private <String> String Op(WorkflowContext ctx, String of) {
    String kept = of;
    ctx.step(Steps::ping);
    return kept;
  }
}
