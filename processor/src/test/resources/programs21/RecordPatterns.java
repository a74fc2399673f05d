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

/** Record patterns over steps' results, nested, and flowing past their statement. */
// input: [0]
// input: [1]
// input: [3]
@Workflow
public class RecordPatterns {
  record Line(String name, Item item, int[] slots) {}

  static Line line(Item item, int n) {
    return n == 3 ? new Line(null, null, null) : new Line("l" + n, item, new int[] {n});
  }

  public String run(WorkflowContext ctx, int n) {
    String out = "";
    if (ctx.step(Steps::item, "i", n) instanceof Item(String name, int count, var tags) && count < 3) {
      out += ctx.step(Steps::text, name) + count;
      tags = new ArrayList<>(tags);
      tags.add(ctx.step(Steps::text, "tag"));
      out += tags;
    }
    if (!(ctx.step(Steps::pair, "p", 2L) instanceof Pair(var first, List<Long> second))) {
      return "never";
    }
    out += first + ctx.step(Steps::inc, second.size());
    Object line = line(ctx.step(Steps::item, "x", n), n);
    if (!(line instanceof Line(var label, var item, int[] slots))) return "no";
    ctx.step(Steps::ping);
    out += label + (item == null) + (slots == null ? -1 : slots[0]);
    if ((Object) ctx.step(Steps::item, "deep", n) instanceof Item(var a, int b, var c) && a.length() == ctx.step(Steps::inc, 3) && Stream.of(1, 2).anyMatch(i -> i == b + 1)) {
      out += ctx.step(Steps::text, a) + b + c;
    }
    while (!(ctx.step(Steps::item, "w", n++) instanceof Item(var w, int number, var ignored) && number > 2)) {
      out += n;
    }
    out += w + number;
    return out + switch (ctx.step(Steps::item, "s", n)) {
      case Item(var s, int k, var t) when k > 4 && ctx.step(Steps::odd, k) -> s + k + ctx.step(Steps::text, "" + t);
      case Item(String s, int k, List<String> t) -> k + ctx.step(Steps::text, s) + t.size();
    };
  }
}
