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

/** Records in records in collections, taken apart and put together again. */
// input: [2]
@Workflow
public class NestedRecords {
  record Line(String name, int count, Optional<String> note) {
    Line {
      if (count < 0) throw new IllegalArgumentException("count " + count);
    }

    Line more(int by) {
      return new Line(name, count + by, note);
    }
  }

  record Order(long id, List<Line> lines, Map<Color, Line> byColor) {
    static Order of(Line... lines) {
      return new Order(lines.length, new ArrayList<>(List.of(lines)), new EnumMap<>(Color.class));
    }
  }

  public String run(WorkflowContext ctx, int n) {
    Order order = Order.of(new Line("a", n, Optional.empty()), new Line("b", 1, Optional.of("x")));
    order.byColor().put(ctx.step(Steps::color, n), order.lines().get(0));
    for (int i = 0; i < order.lines().size(); i++) {
      Line line = order.lines().get(i);
      order.lines().set(i, line.more(ctx.step(Steps::inc, line.count())));
    }
    String out = "";
    try {
      order.lines().add(new Line(ctx.step(Steps::text, "c"), -ctx.step(Steps::inc, 0), null));
    } catch (IllegalArgumentException e) {
      out += ctx.step(Steps::text, e.getMessage());
    }
    return out + order + order.lines().get(1).note().map(String::length).orElse(0);
  }
}
