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

/** Local classes and types of statements without steps stay where they are. */
// input: [2]
@Workflow
public class LocalTypesPlain {
  public String run(WorkflowContext ctx, int n) {
    int m = ctx.step(Steps::inc, n);
    String out = "";
    {
      class Counter {
        enum Kind { ONE, TWO }

        int count = m;

        record Shown(Kind kind, int n) {}

        Shown next() {
          return new Shown(Kind.values()[count++ % 2], count + n);
        }
      }
      Counter counter = new Counter();
      out += counter.next() + "" + counter.next().kind() + Counter.Kind.TWO;
    }
    Function<Integer, Integer> twice = x -> {
      record Pair(int a, int b) {}
      Pair pair = new Pair(x, x);
      return pair.a() + pair.b();
    };
    out += twice.apply(m);
    return out + ctx.step("inline", () -> {
      record In(int v) {}
      return new In(m).v() + 1;
    });
  }
}
