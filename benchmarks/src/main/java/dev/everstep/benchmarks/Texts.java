package dev.everstep.benchmarks;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;

/** Some steps, one after the other, whose results have 200 bytes each. */
@Workflow
public class Texts {
  /** Returns the length of all that the steps returned. */
  public int run(WorkflowContext ctx, int steps) {
    int length = 0;
    for (int i = 0; i < steps; i++) {
      String text = ctx.step(Texts::text, i);
      length += text.length();
    }
    return length;
  }

  /** Returns a text whose JSON has 200 bytes. */
  @Function
  public static String text(int i) {
    return String.valueOf((char) ('a' + i % 26)).repeat(198);
  }
}
