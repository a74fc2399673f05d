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

/** Identity of objects, strings that are constants and enums across steps. */
// input: [1]
@Workflow
public class ComparesObjects {
  public String run(WorkflowContext ctx, int n) {
    String constant = "c";
    Cell a = new Cell();
    Cell b = new Cell();
    Color color = Color.GREEN;
    List<Cell> list = List.of(a, b);
    ctx.step(Steps::ping);
    boolean same = list.get(0) == a && list.get(1) == b && a != b;
    return "" + same + constant.equals("c") + (color == Color.GREEN) + list.indexOf(b) + a.equals(list.get(0)) + ctx.step(Steps::inc, n).equals(n + 1);
  }
}
