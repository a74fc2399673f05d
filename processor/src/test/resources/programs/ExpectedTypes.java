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

/** Lambdas whose parameters are typed by what is returned, or by what a step takes. */
// input: ["ab cde f", 0]
// input: ["ab cde f", 1]
// input: ["", 2]
@Workflow
public class ExpectedTypes {
  @SuppressWarnings("unchecked")
  static <T> List<T> filled(ToIntFunction<T> size, Object value, List<?> by) {
    List<T> all = new ArrayList<>();
    for (int i = 0; i <= by.size(); i++) {
      T one = (T) value;
      Effects.log("size " + size.applyAsInt(one));
      all.add(one);
    }
    return all;
  }

  static <T> T same(T value) {
    return value;
  }

  public List<String> run(WorkflowContext ctx, String of, int way) {
    String joined = ctx.step(Steps::join, filled(s -> s.length(), of, List.of(1)));
    if (way == 0) {
      return filled(s -> s.length(), joined, ctx.step(Steps::words, of));
    }
    if (way == 1) {
      return joined.isEmpty() ? null : same(filled(s -> s.indexOf(" "), joined, List.of()));
    }
    ctx.step(Steps::join, filled(s -> s.length(), "x", ctx.step(Steps::words, joined)));
    return (filled(s -> s.length(), joined, List.of(2)));
  }
}
