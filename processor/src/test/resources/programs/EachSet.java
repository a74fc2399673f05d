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

/** Enhanced for over sets and maps in their own order. */
// input: ["c,a,c,b"]
@Workflow
public class EachSet {
  public String run(WorkflowContext ctx, String text) {
    String out = "";
    List<String> words = ctx.step(Steps::words, text);
    for (String one : ctx.step(Steps::distinct, words)) {
      out += ctx.step(Steps::text, one);
    }
    for (String one : new TreeSet<>(words)) {
      out += ctx.step(Steps::text, one);
    }
    Map<String, List<Integer>> index = ctx.step(Steps::index, words);
    for (Map.Entry<String, List<Integer>> entry : index.entrySet()) {
      for (Integer at : entry.getValue()) {
        out += entry.getKey() + ctx.step(Steps::inc, at);
      }
    }
    for (var key : index.keySet()) {
      out += ctx.step(Steps::text, key);
    }
    for (List<Integer> all : index.values()) {
      out += ctx.step(Steps::inc, all.size());
    }
    return out;
  }
}
