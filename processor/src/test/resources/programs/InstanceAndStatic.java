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

/** Functions of instances and classes named in all ways. */
// input: [2]
@Workflow
public class InstanceAndStatic {
  public String run(WorkflowContext ctx, int n) {
    String a = ctx.step(Greeter::greet, "a" + ctx.step(Greeter::tick));
    ctx.step(Greeter::wave, a, ctx.step(Steps::inc, n));
    String b = ctx.step((Greeter::greet), ctx.step(dev.everstep.processor.differential.world.Steps::text, "b"));
    String c = ctx.step(Greeter::signed, b);
    return a + b + c + ctx.step(Steps::keyed, "k") + (ctx).step(Steps::inc, n);
  }
}
