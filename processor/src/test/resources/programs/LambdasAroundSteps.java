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

/** Lambdas that capture locals used before and behind steps. */
// input: [3]
@Workflow
public class LambdasAroundSteps {
  public String run(WorkflowContext ctx, int n) {
    int base = ctx.step(Steps::inc, n);
    IntUnaryOperator plus = x -> x + base;
    int a = plus.applyAsInt(1);
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    list.replaceAll(x -> x * base);
    int c = ctx.step(Steps::add, a, list.get(0));
    list.removeIf(x -> x > c && x != base);
    int total = 0;
    for (int x : list) {
      int y = ctx.step(Steps::inc, x);
      total += IntStream.range(0, y).map(i -> i * x + base).sum();
    }
    String text = ctx.step(Steps::text, "t");
    Function<String, Function<String, String>> curried = l -> r -> l + text + r + base;
    Callback callback = new Callback() {
      private int calls = base;

      {
        calls++;
      }

      @Override
      public String call(String with) {
        return with + calls++ + text;
      }
    };
    return curried.apply("l").apply("r") + callback.call("x") + callback.call("y") + total + list;
  }

  interface Callback {
    String call(String with);
  }
}
