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

/** An object that a lambda captured is kept as a local and changed behind steps. */
// input: [2]
@Workflow
public class CapturedAndKept {
  public String run(WorkflowContext ctx, int n) {
    List<String> log = new ArrayList<>();
    int[] count = {0};
    Cell cell = new Cell();
    List.of("a", "b").forEach(s -> {
      log.add(s + n);
      count[0]++;
      cell.value += count[0];
    });
    ctx.step(Steps::note, log + "" + count[0]);
    Stream.of(1, 2, 3).map(i -> i * n + cell.value).forEach(i -> log.add("" + i));
    count[0] += ctx.step(Steps::inc, count[0]);
    cell.parts.add(count[0]);
    Runnable more = () -> cell.parts.add(log.size());
    more.run();
    ctx.step(Steps::ping);
    return log + Arrays.toString(count) + cell.parts + cell.value;
  }
}
