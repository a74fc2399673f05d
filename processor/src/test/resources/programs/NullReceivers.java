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

/** A null receiver fails after the arguments of its call. */
// input: [0]
// input: [-1]
@Workflow
public class NullReceivers {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    Cell cell = n < 0 ? null : ctx.step(Steps::cell, n);
    try {
      cell.value = ctx.step(Steps::inc, 4);
      out += cell.value;
    } catch (NullPointerException e) {
      out += "field";
    }
    try {
      out += cell.text.concat(ctx.step(Steps::text, "arg"));
    } catch (NullPointerException e) {
      out += "call";
    }
    String text = n < 0 ? null : "t";
    try {
      out += text.concat(ctx.step(Steps::text, "arg2"));
    } catch (NullPointerException e) {
      out += "receiver";
    }
    return out;
  }
}
