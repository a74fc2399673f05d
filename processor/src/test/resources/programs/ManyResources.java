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

/** Several resources close backwards, and failures to close are suppressed. */
// input: ["a","b","c"]
// input: ["stucka","b","stuckc"]
// input: ["a","","c"]
// input: ["stuck1","stuck2","stuck3"]
@Workflow
public class ManyResources {
  public String run(WorkflowContext ctx, String a, String b, String c) {
    String out = "";
    try (Door one = Door.open(a);
        Door two = Door.open(b);
        Door three = Door.open(ctx.step(Steps::orNull, c))) {
      out += one.name() + ctx.step(Steps::text, two.name()) + three.name();
      if (c.equals("stuck3")) {
        throw new IllegalStateException("body");
      }
    } catch (RefusedException | RuntimeException e) {
      out += e.getMessage() + Arrays.stream(e.getSuppressed()).map(Throwable::getMessage).toList();
      ctx.step(Steps::note, "caught");
    } finally {
      out += ctx.step(Steps::text, "f");
    }
    return out;
  }
}
