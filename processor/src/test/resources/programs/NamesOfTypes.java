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

/** Nested classes named as those that the machine uses. */
// input: [2]
@Workflow
public class NamesOfTypes {
  record Op(int n) {}
  record Machine(String name) {}
  enum MachineType { A, B }
  record Invocation(int in) {}
  static class Locals {
    public int n = 1;
  }
  record Types(List<Integer> all) {}
  record Generated(int n) {}

  public java.lang.String run(WorkflowContext ctx, int n) {
    Op op = new Op(ctx.step(Steps::inc, n));
    Machine machine = new Machine("m");
    MachineType type = MachineType.values()[ctx.step(Steps::inc, 0)];
    Locals locals = new Locals();
    locals.n += ctx.step(Steps::inc, op.n());
    Types types = new Types(new ArrayList<>(List.of(1)));
    Generated generated = new Generated(3);
    ctx.step(Steps::ping);
    types.all().add(locals.n);
    return op + "" + machine + type + locals.n + types + generated + new Invocation(ctx.step(Steps::inc, 1));
  }
}
