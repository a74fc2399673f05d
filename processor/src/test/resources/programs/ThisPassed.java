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

/** The workflow object itself: passed on, its methods generic, inherited and overloaded. */
// input: [2]
@Workflow
public class ThisPassed {
  static String describe(ThisPassed self) {
    return self.toString();
  }

  <T> T same(T of) {
    return of;
  }

  String show(int n) {
    return "int " + n;
  }

  String show(long n) {
    return "long " + n;
  }

  String show(Object n) {
    return "object " + n;
  }

  @Override
  public String toString() {
    return "this";
  }

  public String run(WorkflowContext ctx, int n) {
    String out = describe(this) + ctx.step(Steps::inc, n);
    out += this.<String>same(ctx.step(Steps::text, out)) + same(n) + show(n) + show("s" + ctx.step(Steps::inc, n)) + toString();
    assert n > 0 : "positive " + n;
    Supplier<Integer> hash = this::hashCode;
    out += hash.get() == hashCode();
    return out + ThisPassed.describe(this) + ctx.step(Steps::text, show(ctx.step(Steps::twice, 1L)));
  }
}
