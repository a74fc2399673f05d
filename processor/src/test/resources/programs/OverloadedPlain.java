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

/** Plain overloaded methods that are chosen by the types of steps' results. */
// input: [1]
@Workflow
public class OverloadedPlain {
  static String of(int n) { return "int" + n; }
  static String of(Integer n) { return "Integer" + n; }
  static String of(long n) { return "long" + n; }
  static String of(Object n) { return "Object" + n; }
  static String of(String n) { return "String" + n; }
  static String of(char n) { return "char" + n; }
  static String of(int... n) { return "ints" + n.length; }
  static String of(List<String> n) { return "List" + n; }
  static String of(Collection<String> n) { return "Collection" + n; }

  public String run(WorkflowContext ctx, int n) {
    return of(ctx.step(Steps::inc, n)) + of(ctx.step(Steps::inc, n) + 1) + of(ctx.step(Steps::inc, n) + 1L) + of(ctx.step(Steps::text, "s"))
        + of(ctx.step(Steps::next, 'a')) + of((char) (ctx.step(Steps::next, 'a') + 1)) + of(ctx.step(Steps::words, "w")) + of(ctx.step(Steps::distinct, List.of("d")))
        + of(ctx.step(Steps::half, 3.0)) + of(ctx.step(Steps::inc, n), ctx.step(Steps::inc, n)) + of((int) (ctx.step(Steps::odd, n) ? 'c' : ctx.step(Steps::inc, n)))
        + of((Object) ctx.step(Steps::text, "o")) + of(n == 1 ? ctx.step(Steps::inc, n) : null);
  }
}
