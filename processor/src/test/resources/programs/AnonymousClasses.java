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

/** Anonymous classes with initialisers, fields and captured locals between steps. */
// input: [2]
@Workflow
public class AnonymousClasses {
  abstract static class Shape2 {
    final int sides;

    Shape2(int sides) {
      this.sides = sides;
    }

    abstract String name();

    String shown() {
      return name() + sides;
    }
  }

  public String run(WorkflowContext ctx, int n) {
    int base = ctx.step(Steps::inc, n);
    String out = new Shape2(base) {
      int calls;

      {
        calls = base * 2;
      }

      @Override
      String name() {
        class Deep {
          int deep = base + calls;
        }
        return "anon" + calls++ + new Deep().deep;
      }
    }.shown();
    ctx.step(Steps::note, out);
    List<String> made = new ArrayList<>();
    made.add("x" + base);
    made.add(new Object() {
      @Override
      public String toString() {
        return "o" + base + n;
      }
    }.toString());
    return out + made + ctx.step(Steps::join, made);
  }
}
