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

/** Anonymous classes whose constructor's arguments are steps. */
// input: [1]
// input: [2]
@Workflow
public class AnonymousArguments {
  abstract static class Counter {
    final int from;
    final String name;

    Counter(int from, String name) {
      this.from = from;
      this.name = name;
    }

    abstract int next(int n);
  }

  public String run(WorkflowContext ctx, int n) {
    int twice = n * 2;
    String out = ctx.step(Steps::text, "" + new Counter(ctx.step(Steps::inc, n), ctx.step(Steps::text, "c" + Effects.at(n))) {
      int calls = from;

      @Override
      int next(int by) {
        return calls += by * twice;
      }
    }.next(4));
    return out + new ArrayList<String>(ctx.step(Steps::words, "a,b")) {
      private static final long serialVersionUID = 1;

      @Override
      public String toString() {
        return size() + "of" + twice;
      }
    };
  }
}
