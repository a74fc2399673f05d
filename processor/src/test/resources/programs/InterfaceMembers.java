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

/** Default, static and inherited methods of interfaces and base classes. */
// input: [2]
@Workflow
public class InterfaceMembers {
  interface Named {
    String PREFIX = "pre";

    default String shown(String of) {
      return PREFIX + of + suffix();
    }

    static String twice(String of) {
      return of + of;
    }

    String suffix();
  }

  abstract static class Base implements Named {
    static final String KIND = "base";
    final int factor = 4;
    public String note = "n";

    int scaled(int n) {
      return n * factor;
    }

    @Override
    public String suffix() {
      return "suf";
    }
  }

  static class Mid extends Base {
    @Override
    int scaled(int n) {
      return super.scaled(n) + 1;
    }
  }

  public String run(WorkflowContext ctx, int n) {
    String out = ((Named) new Mid()).shown("a") + ctx.step(Steps::text, "a") + Named.twice(ctx.step(Steps::text, "b")) + Named.PREFIX + Base.KIND;
    Mid mid = new Mid();
    return out + mid.scaled(ctx.step(Steps::inc, n)) + mid.factor + (mid.note += ctx.step(Steps::text, "c"));
  }
}
