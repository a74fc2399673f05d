package dev.everstep.guarded;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;

/** Does what its input says behind its first step. */
@Workflow
public class Ordering {
  /** Runs it. */
  public String run(WorkflowContext ctx, String how) {
    String first = ctx.step(Ids::first);
    if (mended()) {
      return "mended " + ctx.uuid().toString().length();
    }
    if (how.equals("direct")) {
      return first + System.currentTimeMillis();
    }
    if (how.equals("helper")) {
      return first + Ids.inHelper();
    }
    if (how.equals("swallows")) {
      try {
        first += Ids.inHelper();
      } catch (Throwable swallowed) {
        first += " swallowed";
      }
      return first + ctx.step(Ids::first);
    }
    return ctx.step("inline", () -> System.nanoTime() > 0 ? "clean" : "");
  }

  static boolean mended() {
    return Boolean.parseBoolean(Settings.text("mended"));
  }
}
