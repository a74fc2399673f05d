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

/** Local records on both sides of steps, nested, generic, and held by collections. */
// input: [0]
// input: [3]
@Workflow
public class LocalRecords {
  static String shown(int n) {
    return "shown" + n;
  }

  public String run(WorkflowContext ctx, int n) {
    record Point(int x, int y) {
      static final Point ZERO = new Point(0, 0);

      Point {
        if (x < 0) throw new IllegalArgumentException("x " + x);
      }

      Point(int both) {
        this(both, both);
      }

      Point plus(Point other) {
        return new Point(x + other.x, y + other.y());
      }

      String text() {
        return shown(x) + ZERO.y;
      }
    }
    record Box<T>(T held, List<Point> corners) {}
    Point at = new Point(ctx.step(Steps::inc, n));
    Box<Point> box = new Box<>(at, new ArrayList<>(List.of(at, Point.ZERO)));
    Map<String, Box<Point>> all = new TreeMap<>(Map.of("b", box));
    Point[] row = {at, new Point(1, ctx.step(Steps::inc, 1))};
    ctx.step(Steps::ping);
    box.corners().add(at.plus(row[1]));
    Optional<Point> most = box.corners().stream().max(Comparator.comparingInt(Point::x).thenComparing(p -> p.y));
    int next = ctx.step(Steps::inc, most.get().x);
    String out = at.text() + all + Arrays.toString(row) + next + ((Object) box.held() instanceof Point p ? p.x() : -1);
    try {
      return out + new Point(-ctx.step(Steps::inc, n), 0);
    } catch (IllegalArgumentException e) {
      return out + e.getMessage() + ctx.step("made", () -> new Point(n).plus(at));
    }
  }
}
