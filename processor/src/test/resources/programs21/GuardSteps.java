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

/** Steps in the guards of cases, in statements and expressions, with plain guards around them. */
// input: [0]
// input: [1]
// input: [2]
// input: [5]
// input: [-4]
@Workflow
public class GuardSteps {
  public String run(WorkflowContext ctx, int n) {
    Shape shape = ctx.step(Steps::shape, n % 2 == 0 ? "circle" : "box");
    String out = "";
    switch (shape) {
      case Shape.Circle c when c.radius() > 100 -> out += "huge";
      case Shape.Circle c when ctx.step(Steps::odd, n + 1) && ctx.step(Steps::half, c.radius()) > n -> out += ctx.step(Steps::text, "c" + c.radius());
      case Shape.Box b when Effects.is(n == 5) -> out += "five" + b.width();
      case Shape.Box b when b.height() > 1 && ctx.step(Steps::inc, n) > 2 -> out += ctx.step(Steps::text, "b" + b.height());
      case Shape.Circle c -> out += "circle" + c.radius();
      case Shape.Box b -> {
        out += ctx.step(Steps::inc, (int) b.width());
        out += b.height();
      }
    }
    Integer box = n;
    String kind = switch (box) {
      case Integer i when i == 0 -> "zero";
      case Integer i when ctx.step(Steps::odd, i) -> "odd" + i;
      case 2 -> "two" + ctx.step(Steps::inc, 2);
      case Integer i when ctx.step(Steps::inc, i) < 0 && i < ctx.step(Steps::inc, -3) -> ctx.step(Steps::text, "low" + i);
      case Integer i -> {
        int twice = i * 2;
        yield "other" + ctx.step(Steps::inc, twice);
      }
    };
    return out + kind;
  }
}
