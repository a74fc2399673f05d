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

/** A result and the local made from it are one object after the step, and apart before. */
// input: []
@Workflow
public class SharedResult {
  public String run(WorkflowContext ctx) {
    List<String> words = ctx.step(Steps::words, "a");
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(words);
      words.add(ctx.step(Steps::text, "" + all.size()));
    }
    return all + "" + words;
  }
}
