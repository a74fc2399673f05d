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

/** Record patterns in statements without steps, whose parts are read behind steps. */
// input: [1]
// input: [2]
@Workflow
public class RecordPatternsPlain {
  public record Point(int x, Integer y) {}
  record Segment(Point from, Point to) {}

  public String run(WorkflowContext ctx, int n) {
    Object o = new Segment(new Point(n, null), new Point(2, n));
    String out = "";
    if (!(o instanceof Segment(Point(int x, Integer y), Point to) && to.x() > 1)) {
      return "none";
    }
    out += x + "" + y + to;
    boolean both = n > 1 && new Point(n, 5) instanceof Point(int q, var r) && q + r > 6;
    int sum = ctx.step(Steps::inc, x);
    out += sum + x + to.y() + "" + y + both;
    for (int i = 0; new Point(i, n) instanceof Point(var k, var limit) && k < limit; i++) {
      out += ctx.step(Steps::inc, k) + limit;
    }
    return out;
  }
}
