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

/** Enum constants with bodies, across steps, in switches and as keys. */
// input: [0]
// input: [1]
// input: [2]
@Workflow
public class EnumBodies {
  public String run(WorkflowContext ctx, int n) {
    Color color = ctx.step(Steps::color, n);
    EnumMap<Color, Integer> weights = new EnumMap<>(Color.class);
    EnumSet<Color> seen = EnumSet.noneOf(Color.class);
    for (Color one : Color.values()) {
      weights.put(one, ctx.step(Steps::inc, one.weight()));
      seen.add(one);
      if (one == color) break;
    }
    String out = switch (color) {
      case RED -> "r";
      case GREEN -> ctx.step(Steps::text, "g");
      case BLUE -> color.weight() + ctx.step(Steps::text, "b");
    };
    ctx.step(Steps::ping);
    return out + weights + seen + (color == Color.valueOf(color.name())) + color.getDeclaringClass().getSimpleName() + color.compareTo(Color.GREEN);
  }
}
