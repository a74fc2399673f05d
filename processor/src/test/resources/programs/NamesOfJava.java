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

/** Nested classes named as those of java.lang and java.util. */
// input: [2]
@Workflow
public class NamesOfJava {
  record Object2(int n) {}
  record Override(int n) {}
  record Throwable(java.lang.String message) {}
  record Integer(int value) {}
  record List(java.util.List<java.lang.Integer> all) {}
  record Object(int o) {}
  record String(java.lang.String s) {}

  public java.lang.String run(WorkflowContext ctx, int n) {
    Integer boxed = new Integer(ctx.step(Steps::inc, n));
    List list = new List(new ArrayList<>(java.util.List.of(1, 2)));
    Throwable message = new Throwable(ctx.step(Steps::text, "t"));
    Object object = new Object(3);
    String string = new String("s");
    Override override = new Override(ctx.step(Steps::inc, 1));
    try {
      list.all().add(ctx.step(Steps::picky, n));
      for (java.lang.Integer one : list.all()) {
        object = new Object(object.o() + ctx.step(Steps::inc, one));
      }
    } catch (RefusedException e) {
      object = new Object(0);
    } finally {
      ctx.step(Steps::ping);
    }
    return "" + boxed + list + message + object + string + override;
  }
}
