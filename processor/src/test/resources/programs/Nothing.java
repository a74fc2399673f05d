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

/** A workflow without a result, a value or a second step. */
// input: []
@Workflow
public class Nothing {
  public void run(WorkflowContext ctx) {
    ctx.step(Steps::ping);
  }
}
