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

/** Explicit type arguments of generic methods and constructors around steps. */
// input: [1]
@Workflow
public class TypeWitnesses {
  static <T> T id(T value) {
    return value;
  }

  static <A, B extends Comparable<B>> B second(A a, B b) {
    return b;
  }

  <T> List<T> twice(T value) {
    return new ArrayList<>(List.of(value, value));
  }

  public String run(WorkflowContext ctx, int n) {
    String a = TypeWitnesses.<String>id(ctx.step(Steps::text, "a"));
    Integer b = this.<Integer>twice(ctx.step(Steps::inc, n)).get(0);
    String c = TypeWitnesses.<Integer, String>second(ctx.step(Steps::inc, n), ctx.step(Steps::text, "c"));
    List<? extends Number> d = Collections.<Number>singletonList(ctx.step(Steps::half, (double) 3));
    Map<String, List<Integer>> e = new HashMap<String, List<Integer>>(ctx.step(Steps::inc, 4));
    e.put("k", new ArrayList<Integer>(List.<Integer>of(ctx.step(Steps::inc, 5))));
    List<String> f = twice(ctx.step(Steps::text, "f"));
    return a + b + c + d + e + f + id(id(ctx.step(Steps::text, id("g"))));
  }
}
