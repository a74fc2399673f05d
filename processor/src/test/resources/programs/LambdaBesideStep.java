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

/** Lambdas and method references in a statement that has a step. */
// input: [1]
@Workflow
public class LambdaBesideStep {
  static int apply(IntUnaryOperator operator, int to) {
    Effects.log("apply " + to);
    return operator.applyAsInt(to);
  }

  int own(int of) {
    return of + 100;
  }

  public String run(WorkflowContext ctx, int n) {
    List<String> words = ctx.step(Steps::words, "a,b");
    String prefix = "p" + n;
    String out = words.stream().map(one -> prefix + one).toList().get(ctx.step(Steps::zero));
    out += apply(k -> k + n, ctx.step(Steps::inc, 1));
    out += apply(Math::abs, -ctx.step(Steps::inc, 2));
    out += Optional.of("v").map(prefix::concat).orElse("w") + ctx.step(Steps::text, "t");
    words.sort(Comparator.comparing(String::length).thenComparing((a, b) -> b.compareTo(a)));
    return out + words + apply(this::own, ctx.step(Steps::inc, apply(k -> k * k, n)));
  }
}
