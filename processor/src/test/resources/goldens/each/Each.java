package app;

import dev.everstep.WorkflowContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public class Each {
  public Map<String, Integer> run(WorkflowContext ctx, List<String> words) {
    Map<String, Integer> lengths = new TreeMap<>();
    for (String word : words) {
      lengths.put(word, ctx.step(Words::length, word));
    }
    int total = 0;
    for (var entry : lengths.entrySet()) {
      total += ctx.step(Words::length, entry.getKey() + entry.getValue());
    }
    int all = total;
    lengths.replaceAll((word, length) -> length + all);
    return lengths;
  }
}

class Words {
  static int length(String word) {
    return word.length();
  }
}
