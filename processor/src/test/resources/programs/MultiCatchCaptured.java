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

/** The parameter of a multi-catch, captured by a lambda and used behind a step. */
// input: ["fine"]
// input: ["io"]
// input: ["refused"]
// input: ["state"]
@Workflow
public class MultiCatchCaptured {
  public String run(WorkflowContext ctx, String how) throws Exception {
    String out = "";
    try {
      out += ctx.step(Steps::risky, how);
    } catch (IOException | RefusedException e) {
      Supplier<String> shown = () -> e.getClass().getSimpleName() + e.getMessage();
      out += shown.get();
      ctx.step(Steps::note, out);
      List<String> parts = Stream.of("a", "b").map(s -> s + e.getMessage()).toList();
      out += parts;
      if (e instanceof RefusedException refused) out += refused.code() + ctx.step(Steps::inc, refused.code());
    } catch (final IllegalStateException | NumberFormatException e) {
      out += Optional.of(1).map(i -> i + e.getMessage()).get() + ctx.step(Steps::inc, 1);
    }
    return out;
  }
}
