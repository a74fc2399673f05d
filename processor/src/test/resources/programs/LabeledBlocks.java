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

/** Breaks out of nested labelled blocks that are no loops. */
// input: [0]
// input: [1]
// input: [2]
// input: [3]
@Workflow
public class LabeledBlocks {
  public String run(WorkflowContext ctx, int n) {
    String out = "";
    a: {
      out += ctx.step(Steps::text, "a");
      b: {
        if (n == 0) break a;
        c:
        if (ctx.step(Steps::odd, n)) {
          out += "c";
          if (n == 3) break c;
          out += ctx.step(Steps::text, "d");
          break b;
        } else {
          break a;
        }
        out += "e";
      }
      out += ctx.step(Steps::text, "f");
      d:
      try {
        if (n == 1) break d;
        out += ctx.step(Steps::text, "g");
      } finally {
        out += "h";
      }
      e:
      switch (n) {
        case 1:
          break e;
        default:
          out += ctx.step(Steps::text, "i");
          break a;
      }
      out += "j";
    }
    return out;
  }
}
