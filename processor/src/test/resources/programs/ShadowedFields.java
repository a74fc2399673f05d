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

/** Locals and parameters that hide fields, and fields that locals no longer hide. */
// input: [3]
@Workflow
public class ShadowedFields {
  final int count = 100;
  static String name = "field";
  static final int size = 7;

  public String run(WorkflowContext ctx, int count) {
    String out = count + "," + this.count + name;
    {
      String name = ctx.step(Steps::text, "local");
      out += name + ShadowedFields.name + size;
      int size = ctx.step(Steps::inc, count);
      out += size + ShadowedFields.size;
    }
    for (int size = 0; size < 2; size++) {
      out += ctx.step(Steps::inc, size) + this.count;
    }
    Function<Integer, Integer> f = size -> size + this.count;
    return out + name + size + f.apply(1) + ctx.step(Steps::inc, this.count);
  }
}
