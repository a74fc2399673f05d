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

/** Lambdas, method references and anonymous classes that capture locals across steps. */
// input: ["c,a,b"]
@Workflow
public class Lambdas {
  String quote(String of) {
    return "'" + of + "'";
  }

  public String run(WorkflowContext ctx, String text) {
    List<String> words = ctx.step(Steps::words, text);
    String prefix = ctx.step(Steps::text, "pre");
    int size = words.size();
    String joined = words.stream().sorted().map(one -> prefix + one + size).collect(Collectors.joining("|"));
    ctx.step(Steps::note, joined);
    words.sort(Comparator.comparing((String one) -> one).reversed());
    words.replaceAll(String::toUpperCase);
    int[] count = {0};
    words.forEach(one -> count[0] += one.length() + size);
    ctx.step(Steps::ping);
    words.removeIf(one -> one.equals("A") && count[0] > 2);
    Supplier<String> made = new Supplier<>() {
      private int calls = 1;

      @Override
      public String get() {
        calls++;
        return prefix + calls + this.calls + words;
      }
    };
    String got = made.get();
    for (String one : words) {
      Supplier<String> each = () -> one + prefix;
      got += each.get();
      got += ctx.step(Steps::text, one);
    }
    return joined + got + count[0] + words.stream().map(this::quote).toList();
  }
}
