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

/** Brackets behind names: locals, parameters of loops and several declarators. */
// input: [2]
@Workflow
public class ArrayBrackets {
  public String run(WorkflowContext ctx, int n) {
    int[] a[] = ctx.step(Steps::grid, 2, n), b = {4, 5}, c[] = {{6}};
    int d = ctx.step(Steps::inc, n), e[] = {d}, f[][] = {e, b};
    String out = "";
    for (int row[] : a) {
      out += ctx.step(Steps::total, row);
    }
    for (int i = 0, last[] = ctx.step(Steps::ints, 2); i < last.length; i++) {
      out += last[i];
    }
    b[0] += ctx.step(Steps::inc, f[1][0]);
    char word[] = {'a', ctx.step(Steps::next, 'a')};
    return out + Arrays.deepToString(a) + Arrays.toString(b) + Arrays.deepToString(c) + Arrays.deepToString(f) + new String(word);
  }
}
