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

/** Objects of inner classes, which hold the workflow object. */
// input: [2]
@Workflow
public class InnerClasses {
  final int factor = 3;

  class Part {
    final int size;

    Part(int size) {
      this.size = size * factor;
    }

    class Deep {
      String shown() {
        return "deep" + size + factor;
      }
    }
  }

  class Box<T> {
    final T held;

    Box(T held) {
      this.held = held;
    }

    @Override
    public String toString() {
      return "box" + held + factor;
    }
  }

  public String run(WorkflowContext ctx, int n) {
    String out = "" + new Part(ctx.step(Steps::inc, n)).size + new Part(n).new Deep().shown();
    out += new Box<>(ctx.step(Steps::text, "b")) + "" + new Box<String>("c") + new InnerClasses.Part(1).size + this.new Part(2).size;
    ctx.step(Steps::note, out);
    out += Stream.of(1, 2).map(i -> new Part(i + n).size).toList();
    return out + new Part(4) {
      @Override
      public String toString() {
        return "anon" + size + new Part(1).size;
      }
    } + new Box<Integer>(ctx.step(Steps::inc, 1)) {};
  }
}
