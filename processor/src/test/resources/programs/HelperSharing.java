package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** One object in several frames, in fields of another and in a captured variable. */
// input: [2]
@Workflow
public class HelperSharing {
  public String run(WorkflowContext ctx, int n) {
    Cell cell = ctx.step(Steps::cell, n);
    List<Cell> all = new ArrayList<>(List.of(cell, cell));
    Cell back = change(ctx, cell, all);
    back.value += 100;
    cell.parts.add(9);
    return cell.value + " " + all.get(0).value + all.get(1).parts + (back == cell) + (all.get(1) == cell);
  }

  private Cell change(WorkflowContext ctx, Cell cell, List<Cell> all) {
    cell.value = ctx.step(Steps::inc, cell.value);
    deeper(ctx, all, cell.parts);
    all.get(0).value *= 2;
    return all.get(1);
  }

  private void deeper(WorkflowContext ctx, List<Cell> all, List<Integer> parts) {
    parts.add(ctx.step(Steps::inc, 41));
    ctx.step(Steps::ping);
    all.get(1).value += parts.size();
    parts.add(all.get(0).value);
  }
}
