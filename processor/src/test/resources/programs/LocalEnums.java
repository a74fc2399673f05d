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

/** Local enums with bodies and fields, in switches, keys and steps. */
// input: [0]
// input: [1]
// input: [2]
@Workflow
public class LocalEnums {
  public String run(WorkflowContext ctx, int n) {
    enum Level {
      LOW("l") {
        @Override
        int weight() {
          return 1;
        }
      },
      HIGH("h");

      static final int COUNT = values().length;
      private final String mark;

      Level(String mark) {
        this.mark = mark;
      }

      int weight() {
        return 10 + COUNT;
      }

      Level other() {
        return this == LOW ? HIGH : LOW;
      }
    }
    Level level = n == 0 ? Level.LOW : Level.HIGH;
    EnumMap<Level, Integer> counts = new EnumMap<>(Level.class);
    for (Level one : Level.values()) {
      counts.merge(one, ctx.step(Steps::inc, one.weight()), Integer::sum);
    }
    String out = switch (level) {
      case LOW -> ctx.step(Steps::text, level.mark);
      case HIGH -> "high" + ctx.step(Steps::inc, level.weight());
    };
    switch (level.other()) {
      case LOW:
        out += ctx.step(Steps::text, "low");
        break;
      default:
        out += level.name();
    }
    ctx.step(Steps::ping);
    return out + counts + level + (level == Level.valueOf(level.name()));
  }
}
