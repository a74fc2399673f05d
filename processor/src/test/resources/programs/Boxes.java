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

/** Boxing and unboxing, null among the boxes. */
// input: [3]
// input: [-3]
@Workflow
public class Boxes {
  public String run(WorkflowContext ctx, int n) {
    Integer box = ctx.step(Steps::boxed, n);
    Integer other = ctx.step(Steps::inc, 1000);
    int open = ctx.step(Steps::inc, other);
    Long wide = ctx.step(Steps::twice, 8L);
    other++;
    other += ctx.step(Steps::inc, 1);
    if (box == null) {
      box = ctx.step(Steps::inc, 41);
    }
    box -= ctx.step(Steps::inc, 0);
    Boolean yes = ctx.step(Steps::odd, n);
    Character c = ctx.step(Steps::next, 'x');
    c++;
    return box + " " + other + " " + open + " " + wide + " " + yes + " " + c;
  }
}
