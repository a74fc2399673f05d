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

/** Bindings that lambdas capture, in their own statement and behind steps. */
// input: [0]
// input: [1]
@Workflow
public class BindingsInLambdas {
  public String run(WorkflowContext ctx, int n) {
    Shape shape = ctx.step(Steps::shape, n == 0 ? "circle" : "box");
    String out = "";
    if (shape instanceof Shape.Circle c && Stream.of(1, 2).anyMatch(i -> i * c.radius() > 3)) {
      out += ctx.step(Steps::text, "c" + c.radius());
      out += Stream.of(1, 2).map(i -> i + c.radius()).toList();
    }
    if (!(shape instanceof Shape.Box b)) {
      return out;
    }
    DoubleSupplier area = () -> b.width() * b.height();
    out += area.getAsDouble();
    ctx.step(Steps::ping);
    return out + Optional.of(2).map(i -> i * b.height()).get();
  }
}
