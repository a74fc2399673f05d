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

/** Sealed types and enums. */
// input: ["circle","RED"]
// input: ["box","BLUE"]
@Workflow
public class Sealed {
  public String run(WorkflowContext ctx, String kind, Color given) {
    Shape shape = ctx.step(Steps::shape, kind);
    Color color = ctx.step(Steps::color, given.weight());
    List<Shape> shapes = new ArrayList<>(List.of(shape, new Shape.Circle(1)));
    Map<Color, Shape> byColor = new EnumMap<>(Color.class);
    byColor.put(given, shape);
    ctx.step(Steps::ping);
    String out = "";
    if (shape instanceof Shape.Circle circle) {
      out += circle.radius();
    }
    for (Shape one : shapes) {
      out += ctx.step(Steps::text, "" + one.area());
    }
    switch (given) {
      case RED:
        out += "red";
        break;
      default:
        out += "other";
    }
    return out + color.weight() + byColor.get(given) + (given == Color.BLUE) + byColor;
  }
}
