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

/** One enum constant with a body in several places of a frame: no object that they share. */
// input: [2]
// input: [0]
@Workflow
public class EnumBodiesHeld {
  public String run(WorkflowContext ctx, int n) {
    record Held<E>(E one, List<E> more) {}
    Color color = ctx.step(Steps::color, n);
    Held<Color> held = new Held<>(color, new ArrayList<>(List.of(color, Color.BLUE)));
    Pair<Color, Map<String, Color>> pair = new Pair<>(Color.BLUE, new TreeMap<>(Map.of("k", color, "l", Color.BLUE)));
    Color[] row = {color, Color.GREEN, Color.BLUE};
    ctx.step(Steps::ping);
    held.more().add(kept(ctx, color, held.more()));
    pair.second().put("m", held.one());
    ctx.step(Steps::ping);
    return held + " " + pair + Arrays.toString(row) + (row[2] == pair.first()) + held.one().weight();
  }

  private <T> T kept(WorkflowContext ctx, T one, List<T> all) {
    T last = all.get(all.size() - 1);
    ctx.step(Steps::ping);
    return all.contains(one) ? last : one;
  }
}
