package dev.everstep.acceptance.crash;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** {@link TenSteps} with a page of 3 KB more to keep at each step. */
@Workflow
public class TenPages {
  public long run(WorkflowContext ctx, int number) throws IOException {
    long value = number;
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < TenSteps.STEPS; i++) {
      value = value * 31 + ctx.step(Effects::append, i, value);
      pages.add(page(value));
    }
    check(number, pages);
    return value;
  }

  static void check(int number, List<String> pages) {
    long value = number;
    for (int i = 0; i < TenSteps.STEPS; i++) {
      value = value * 31 + Effects.answer(i, value);
      if (!pages.get(i).equals(page(value))) {
        throw new IllegalStateException("page " + i + " is " + pages.get(i));
      }
    }
  }

  static String page(long value) {
    StringBuilder page = new StringBuilder();
    Random random = new Random(value);
    while (page.length() < 3_000) {
      page.append((char) ('a' + random.nextInt(26)));
    }
    return page.toString();
  }
}
