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

/** Fields of objects as targets and operands. */
// input: [2]
// input: [127]
@Workflow
public class Fields {
  public String run(WorkflowContext ctx, int n) {
    Cell cell = ctx.step(Steps::cell, n);
    cell.value += ctx.step(Steps::inc, cell.value);
    cell.self().value = ctx.step(Steps::inc, cell.value);
    cell.self().value++;
    int before = cell.self().value++ + ctx.step(Steps::inc, cell.value);
    cell.small += ctx.step(Steps::inc, n);
    cell.text += ctx.step(Steps::text, cell.text) + cell.value;
    cell.slots[cell.self().value % 3] += ctx.step(Steps::inc, 4);
    cell.parts.add(ctx.step(Steps::inc, cell.parts.get(0)));
    Cell other = cell;
    other.value = cell.value + ctx.step(Steps::inc, other.value--) + cell.value;
    return before + " " + cell.value + " " + cell.small + cell.text + Arrays.toString(cell.slots) + cell.parts;
  }
}
