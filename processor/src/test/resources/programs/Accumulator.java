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

/** A list that grows in a loop, as agents do. */
// input: ["q",4]
// input: ["q",0]
@Workflow
public class Accumulator {
  public List<String> run(WorkflowContext ctx, String question, int turns) {
    List<String> messages = new ArrayList<>();
    messages.add(question);
    int tokens = 0;
    while (tokens < turns * 3) {
      String answer = ctx.step(Steps::text, messages.get(messages.size() - 1));
      messages.add(answer);
      if (answer.length() > 8) {
        messages.add(ctx.step(Steps::join, messages));
        break;
      }
      tokens += ctx.step(Steps::inc, messages.size());
    }
    return messages;
  }
}
