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

/** Unbound instance functions, with and without arguments, results and context. */
// input: ["ann"]
@Workflow
public class InstanceFunctions {
  public String run(WorkflowContext ctx, String who) {
    String hello = ctx.step(Greeter::greet, who);
    int tick = ctx.step(Greeter::tick);
    ctx.step(Greeter::wave, hello, tick);
    String signed = ctx.step(Greeter::signed, hello + tick);
    String keyed = ctx.step(Steps::keyed, signed);
    ctx.step(Steps::keyedNote);
    for (int i = 0; i < 2; i++) {
      keyed += ctx.step(Steps::keyed, "k" + i);
    }
    return hello + signed + keyed;
  }
}
