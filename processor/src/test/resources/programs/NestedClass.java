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

/** Nested types of the workflow class as locals, and static members by simple name. */
// input: [3]
@Workflow
public class NestedClass {
  static final int COUNT = 2;

  record Point(int x, Mode mode) {}

  enum Mode {
    FAST,
    SLOW
  }

  static Point moved(Point from, int by) {
    return new Point(from.x() + by, from.mode());
  }

  public String run(WorkflowContext ctx, int n) {
    Point at = new Point(n, Mode.FAST);
    List<Point> path = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      path.add(at);
      at = moved(at, ctx.step(Steps::inc, COUNT));
    }
    Point last = ctx.step("last", () -> path.get(path.size() - 1));
    if (at.mode() == Mode.FAST) {
      return path + "" + last + ctx.step(Steps::inc, at.x());
    }
    return "slow";
  }
}
