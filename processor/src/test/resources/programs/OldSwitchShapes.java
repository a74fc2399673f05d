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

/** Old switches with defaults in the middle, empty groups and blocks. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
// input: [9]
@Workflow
public class OldSwitchShapes {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    switch (n) {
      case 0:
      case 1:
        out += ctx.step(Steps::text, "few");
      default:
        out += "d";
        if (n == 9) break;
        out += ctx.step(Steps::text, "e");
      case 2: {
        int local = ctx.step(Steps::inc, n);
        out += local;
      }
      case 3:
    }
    switch (n) {
      default:
    }
    switch (ctx.step(Steps::inc, n)) {
    }
    switch (n) {
      case 1:
        int shared;
        shared = ctx.step(Steps::inc, 1);
        out += shared;
        break;
      case 2:
        shared = 5;
        out += ctx.step(Steps::inc, shared) + shared;
    }
    return out;
  }
}
