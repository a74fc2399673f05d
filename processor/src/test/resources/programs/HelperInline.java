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

/** Inline steps inside helpers, also generic ones. */
// input: [2]
@Workflow
public class HelperInline {
  public String run(WorkflowContext ctx, int n) {
    String text = named(ctx, "x" + n) + named(ctx, "y");
    Pair<String, Integer> pair = both(ctx, text, n);
    Pair<List<Integer>, Optional<String>> other = both(ctx, List.of(n, 7), Optional.of("o"));
    return pair.toString() + other;
  }

  private String named(WorkflowContext ctx, String text) {
    int length = text.length();
    return ctx.step("name it", () -> {
      Effects.log("inline " + text);
      return text + length;
    });
  }

  private <A, B> Pair<A, B> both(WorkflowContext ctx, A a, B b) {
    A first = ctx.step("first", () -> a);
    Pair<A, B> pair = new Pair<>(first, b);
    ctx.step(Steps::ping);
    return pair;
  }
}
