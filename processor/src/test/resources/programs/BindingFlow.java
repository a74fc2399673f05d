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

/** Bindings of tests that flow into what follows them. */
// input: [0]
// input: [1]
// input: [2]
@Workflow
public class BindingFlow {
  public String run(WorkflowContext ctx, int n) {
    Object o = n == 0 ? "text" : n == 1 ? (Object) 42 : List.of("l");
    String shown = o.toString();
    String out = "";
    if (!(Effects.seen((Object) shown) instanceof String s) || s.length() > 5) {
      return "early";
    }
    out += ctx.step(Steps::text, s);
    Shape shape = ctx.step(Steps::shape, n == 0 ? "circle" : "box");
    if (shape instanceof Shape.Circle c && ctx.step(Steps::odd, (int) c.radius() + 1)) {
      out += c.radius() + ctx.step(Steps::half, c.radius());
    } else if (shape instanceof Shape.Box b && b.width() > n) {
      out += ctx.step(Steps::text, "box " + b.height());
      out += b.width();
    }
    while (!(ctx.step(Steps::shape, n++ > 1 ? "circle" : "box") instanceof Shape.Circle last)) {
      out += n;
    }
    out += last.radius() + (shape instanceof Shape.Box box ? ctx.step(Steps::half, box.width()) : -1);
    for (int i = 0; !(shape instanceof Shape.Circle round) && i < 2; i++) {
      out += ctx.step(Steps::inc, i);
    }
    do {
      out += "d";
    } while (!(ctx.step(Steps::shape, "circle") instanceof Shape.Circle again));
    return out + ctx.step(Steps::half, again.radius()) + s;
  }
}
