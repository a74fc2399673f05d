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

/** Local types of one name in scopes beside each other, and of names that the machine uses. */
// input: [1]
// input: [4]
@Workflow
public class LocalTypesOfOneName {
  record P(String outer) {}

  public String run(WorkflowContext ctx, int n) {
    String out = "" + new P("member");
    {
      record P(int a) {
        P {
          a = Math.max(a, 2);
        }

        P(String s) {
          this(s.length());
        }
      }
      P p = new P(ctx.step(Steps::inc, n));
      ctx.step(Steps::ping);
      out += p.a() + ctx.step(Steps::inc, new P("four").a());
    }
    for (int i = 0; i < 2; i++) {
      record P(String b, List<Integer> c) {}
      P p = new P(ctx.step(Steps::text, "b"), new ArrayList<>());
      p.c().add(ctx.step(Steps::inc, i));
      out += p.b() + p.c();
    }
    record Op(int n) {}
    record Locals(Op op) {}
    enum MachineType { A, B }
    record Steps2(MachineType type) {}
    switch (n) {
      case 1:
        record Q(int q) {}
        Q q = new Q(ctx.step(Steps::inc, 1));
        out += q.q() + ctx.step(Steps::inc, q.q());
        break;
      default:
        enum Q { X }
        Q x = Q.X;
        out += ctx.step(Steps::text, x.name()) + x;
    }
    Locals locals = new Locals(new Op(ctx.step(Steps::inc, 9)));
    Steps2 steps = new Steps2(MachineType.B);
    ctx.step(Steps::ping);
    return out + locals.op().n() + steps.type() + new P("again").outer() + ctx.step(Steps::inc, locals.op().n());
  }
}
