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

/** A list that the loop and two locals share. */
// input: []
@Workflow
public class EachAliased {
  public String run(WorkflowContext ctx) {
    List<String> words = ctx.step(Steps::words, "a,b,c");
    List<String> same = words;
    String out = "";
    for (int i = 0; i < words.size(); i++) {
      same.set(i, ctx.step(Steps::text, words.get(i)));
      out += words.get(i);
    }
    for (String one : words) {
      ctx.step(Steps::note, one);
      words.set(2, "changed");
    }
    same.add("d");
    return out + words + same + (words == same);
  }
}
