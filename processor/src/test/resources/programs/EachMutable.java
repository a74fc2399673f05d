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

/** Elements that the loop changes belong to the list it iterates over. */
// input: []
@Workflow
public class EachMutable {
  public String run(WorkflowContext ctx) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      cells.add(ctx.step(Steps::cell, i));
    }
    for (Cell cell : cells) {
      cell.value += ctx.step(Steps::inc, cell.value);
      cell.parts.add(cell.value);
    }
    String out = "";
    for (Cell cell : cells) {
      out += cell.value + cell.text + cell.parts + ctx.step(Steps::inc, cell.value) + ";";
    }
    return out;
  }
}
