package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Helpers read fields of the workflow and call its plain methods. */
// input: [3]
@Workflow
public class HelperFields {
  final int factor = 3;
  final List<String> names = List.of("a", "b");

  public String run(WorkflowContext ctx, int n) {
    return name(ctx, n) + name(ctx, n + 1);
  }

  String name(WorkflowContext ctx, int n) {
    int scaled = scale(n);
    return names.get(n % 2) + ctx.step(Steps::inc, scaled) + scale(this.factor) + new Part(n).twice();
  }

  int scale(int n) {
    return n * factor;
  }

  record Part(int n) {
    int twice() {
      return 2 * n;
    }
  }
}
