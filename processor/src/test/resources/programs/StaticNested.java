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

/** Members of static nested classes, and of their own nested classes. */
// input: [2]
@Workflow
public class StaticNested {
  static class Tools {
    static int base = 10;
    static final int[] SIZES = {1, 2, 3};
    public int own = 5;

    static int add(int n) {
      return base + n;
    }

    int mine(int n) {
      return own + n;
    }

    static class Inner {
      static String name(String of) {
        return "inner " + of;
      }

      enum Level { LOW, HIGH }
    }
  }

  public String run(WorkflowContext ctx, int n) {
    Tools tools = new Tools();
    int sum = Tools.add(ctx.step(Steps::inc, n)) + tools.mine(n);
    String out = Tools.Inner.name("x") + Tools.SIZES[ctx.step(Steps::inc, 0)] + new Tools().mine(ctx.step(Steps::inc, sum));
    Tools.Inner.Level level = Tools.Inner.Level.values()[ctx.step(Steps::inc, 0)];
    ctx.step(Steps::ping);
    return out + sum + level + (level == Tools.Inner.Level.HIGH);
  }
}
