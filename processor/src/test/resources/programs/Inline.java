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

/** Inline steps: expressions, blocks, captures, no result. */
// input: ["t",2]
// input: ["u",40]
@Workflow
public class Inline {
  String tag(String of) {
    Effects.log("tag " + of);
    return "#" + of;
  }

  public String run(WorkflowContext ctx, String text, int n) {
    List<Integer> numbers = new ArrayList<>(List.of(n, 5));
    String a = ctx.step("join", () -> Effects.seen(text) + n + numbers);
    ctx.step("effect", () -> Effects.log("effect " + a));
    long l = ctx.step("block", () -> {
      int x = n * 2;
      for (int one : numbers) {
        x += one;
        Effects.log("in block " + x);
      }
      if (x > 80) {
        return 1L;
      }
      return (long) x;
    });
    ctx.step("nothing", () -> {
      for (int i = 0; i < n % 3; i++) {
        Effects.log("loop " + i + text);
      }
    });
    int constant = ctx.step("constant", () -> 42);
    String own = ctx.step("own", () -> tag(text));
    var list = ctx.step("list", () -> numbers.stream().map(one -> one + n).collect(Collectors.toList()));
    list.add(constant);
    String nested = ctx.step("nested", () -> {
      Function<String, String> twice = one -> one + one + text;
      return twice.apply("n");
    });
    return a + l + constant + own + list + nested;
  }
}
