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

/** Enhanced for over lists, an expression and a local. */
// input: ["a,b"]
// input: ["x"]
@Workflow
public class EachList {
  public String run(WorkflowContext ctx, String text) {
    String out = "";
    for (String one : ctx.step(Steps::words, text)) {
      out += ctx.step(Steps::text, one);
    }
    List<Integer> numbers = List.of(3, 1, 2);
    for (int n : numbers) {
      out += ctx.step(Steps::inc, n);
      if (n == 1) break;
    }
    for (var shelf : ctx.step(Steps::shelves, 2)) {
      for (Map.Entry<String, Item> entry : shelf.entrySet()) {
        out += ctx.step(Steps::text, entry.getKey() + entry.getValue().count());
      }
    }
    for (String none : List.<String>of()) {
      out += ctx.step(Steps::text, none);
    }
    return out;
  }
}
