package workflows;

import dev.everstep.annotations.Workflow;
import dev.everstep.WorkflowContext;
import dev.everstep.processor.differential.world.Shape;
import dev.everstep.processor.differential.world.Steps;

/** A sealed type, all of whose records have a case. */
// input: ["circle"]
// input: ["box"]
@Workflow
public class SwitchSealed {
  public String run(WorkflowContext ctx, String kind) throws Exception {
    Shape shape = ctx.step(Steps::shape, kind);
    String out = "";
    switch (shape) {
      case Shape.Circle c -> {
        ctx.step(Steps::note, "circle");
        out += c.radius();
      }
      case Shape.Box b when b.width() > 100 -> out += ctx.step(Steps::text, "wide");
      case Shape.Box(double width, double height) -> {
        double half = ctx.step(Steps::half, width);
        out += half + height;
      }
    }
    double area =
        switch (shape) {
          case Shape.Circle(var radius) -> ctx.step(Steps::half, radius) + radius;
          case Shape.Box box -> box.area() + ctx.step(Steps::half, box.width());
        };
    return out + area;
  }
}
