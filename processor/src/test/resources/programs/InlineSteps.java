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

/** Inline steps of all shapes that read locals, fields and constants. */
// input: [3]
@Workflow
public class InlineSteps {
  final int factor = 2;
  static final String TAG = "tag";

  int scaled(int n) {
    return n * factor;
  }

  public String run(WorkflowContext ctx, int n) {
    final int K = 4;
    List<String> list = new ArrayList<>(List.of("a"));
    int m = ctx.step("sum", () -> n + K + factor + this.factor + scaled(n));
    String s = ctx.step("block", () -> {
      StringBuilder out = new StringBuilder(TAG);
      for (int i = 0; i < n; i++) {
        if (i == 1) continue;
        out.append(i).append(list.get(0));
      }
      return out.toString();
    });
    ctx.step("void", () -> Effects.log(s + m));
    ctx.step("void block", () -> {
      Effects.log("block");
    });
    String t = ctx.step(TAG + "!", () -> list.stream().map(x -> x + m).collect(Collectors.joining()));
    int[] made = ctx.step("array", () -> new int[] {m, n});
    int deep = ctx.step("switch", () -> switch (n) { case 3 -> { int y = m; yield y; } default -> 0; });
    return s + t + Arrays.toString(made) + deep + ctx.step("in " + "expression", () -> Optional.of(n).map(x -> x + m).get());
  }
}
