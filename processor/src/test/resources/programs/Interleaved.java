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

/** Two loops that wait for each other by plain state. */
// input: [3]
@Workflow
public class Interleaved {
  public String run(WorkflowContext ctx, int n) {
    List<Integer> left = new ArrayList<>();
    List<Integer> right = new LinkedList<>();
    for (int i = 0, j = n; i < j; ) {
      if (left.size() <= right.size()) {
        left.add(ctx.step(Steps::inc, i++));
      } else {
        right.add(0, ctx.step(Steps::inc, j--));
      }
    }
    ListIterator<Integer> it = left.listIterator();
    while (it.hasNext()) it.set(it.next() * 2);
    left.addAll(right);
    int sum = 0;
    for (int x : left) sum += ctx.step(Steps::add, sum, x);
    return left + "" + right + sum;
  }
}
