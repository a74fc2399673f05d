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

/** A body without a suspension. */
// input: [4]
// input: [0]
@Workflow
public class NoSteps {
  public int run(WorkflowContext ctx, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Effects.at(i) * 2;
    }
    return sum;
  }
}
