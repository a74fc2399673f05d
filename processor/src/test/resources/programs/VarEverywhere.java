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

/** The word var in all places it may stand. */
// input: [2]
@Workflow
public class VarEverywhere {
  public String run(WorkflowContext ctx, int n) throws Exception {
    var text = ctx.step(Steps::text, "v");
    var list = new ArrayList<Map<String, ? extends Integer>>();
    var numbers = List.of(1, 2);
    for (var i = 0; i < numbers.size(); i++) {
      var boxed = ctx.step(Steps::inc, numbers.get(i));
      text += boxed;
    }
    for (var number : numbers) text += ctx.step(Steps::inc, number);
    for (var entry : new TreeMap<>(Map.of("a", n)).entrySet()) text += entry.getKey() + ctx.step(Steps::inc, entry.getValue());
    try (var door = Door.open("d")) {
      text += ctx.step(Steps::text, door.name());
    }
    BiFunction<Integer, Integer, Integer> add = (var a, var b) -> a + b;
    var sum = add.apply(n, 1);
    var array = new int[][] {{1}, {ctx.step(Steps::inc, sum)}};
    var nothing = (String) null;
    ctx.step(Steps::ping);
    var var = "var";
    return text + list + Arrays.deepToString(array) + nothing + var + ctx.step(Steps::text, var);
  }
}
