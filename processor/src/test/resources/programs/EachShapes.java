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

/** Enhanced for over maps, sets, queues, streams' lists, varargs and null. */
// input: [0]
// input: [2]
@Workflow
public class EachShapes {
  static List<String> all(String... of) {
    return List.of(of);
  }

  public String run(WorkflowContext ctx, int n) {
    String out = "";
    Map<String, List<Integer>> index = ctx.step(Steps::index, List.of("b", "a", "b"));
    for (Map.Entry<String, List<Integer>> entry : index.entrySet()) {
      for (Integer at : entry.getValue()) {
        out += entry.getKey() + ctx.step(Steps::inc, at);
      }
    }
    for (String key : new TreeSet<>(index.keySet())) out += ctx.step(Steps::text, key);
    for (int value : ctx.step(Steps::queue, n)) out += ctx.step(Steps::inc, value);
    for (String s : all("x", ctx.step(Steps::text, "y"))) out += ctx.step(Steps::text, s);
    Iterable<Integer> lazy = () -> IntStream.range(0, n).iterator();
    for (int i : lazy) out += ctx.step(Steps::inc, i);
    for (char c : "ab".toCharArray()) out += ctx.step(Steps::next, c);
    for (Color color : Color.values()) if (ctx.step(Steps::odd, color.weight())) out += color;
    List<String> none = n == 0 ? null : List.of();
    try {
      for (String s : none) out += ctx.step(Steps::text, s);
    } catch (NullPointerException e) {
      out += "npe" + ctx.step(Steps::inc, 1);
    }
    return out;
  }
}
