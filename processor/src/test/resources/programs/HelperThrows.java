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

/** A failure three frames down, with finally blocks that have steps on its way. */
// input: ["io"]
// input: ["state"]
// input: ["fine"]
// input: ["refused"]
@Workflow
public class HelperThrows {
  public String run(WorkflowContext ctx, String how) {
    List<String> log = new ArrayList<>();
    try {
      log.add(outer(ctx, how, log));
    } catch (IOException e) {
      log.add("caught " + e.getMessage() + " " + e.getCause().getMessage());
    } catch (RuntimeException e) {
      log.add("caught " + e);
    } catch (RefusedException e) {
      log.add(ctx.step(Steps::text, "refused " + e.getMessage()));
    } finally {
      log.add(ctx.step(Steps::text, "run"));
    }
    return log.toString();
  }

  private String outer(WorkflowContext ctx, String how, List<String> log) throws IOException, RefusedException {
    try {
      return middle(ctx, how, log) + "!";
    } finally {
      log.add(ctx.step(Steps::text, "outer " + log.size()));
    }
  }

  private String middle(WorkflowContext ctx, String how, List<String> log) throws IOException, RefusedException {
    String before = ctx.step(Steps::text, how);
    try {
      return before + inner(ctx, how);
    } catch (IllegalArgumentException e) {
      return "never";
    } finally {
      log.add(ctx.step(Steps::text, "middle " + before));
    }
  }

  private String inner(WorkflowContext ctx, String how) throws IOException, RefusedException {
    return how.equals("refused") ? "" + ctx.step(Steps::picky, 3) : ctx.step(Steps::disk, how) + "?";
  }
}
