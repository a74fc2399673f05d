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

/** An agent's loop: messages, a budget, retries and a final answer. */
// input: [0]
// input: [2]
// input: [3]
@Workflow
public class Accumulation {
  public String run(WorkflowContext ctx, int n) {
    Deque<String> open = new ArrayDeque<>(List.of("q" + n));
    Map<String, Integer> tries = new LinkedHashMap<>();
    List<String> answers = new ArrayList<>();
    int budget = 6;
    while (!open.isEmpty() && budget-- > 0) {
      String question = open.removeFirst();
      try {
        int score = ctx.step(Steps::picky, question.length() + tries.size());
        answers.add(question + "=" + score);
        if (score > 5 && open.size() < 2) {
          open.addLast(ctx.step(Steps::text, question));
        }
      } catch (RefusedException e) {
        if (tries.merge(question, 1, Integer::sum) < 2) {
          open.addLast(question + e.code());
          ctx.sleep(Duration.ofSeconds(tries.get(question)));
        }
      }
    }
    return answers + "" + tries + open + budget;
  }
}
