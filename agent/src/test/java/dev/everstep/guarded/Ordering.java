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
    if (how.equals("loop")) {
      for (int i = 0; i < 25; i++) {
        Ids.inHelper();
      }
      return "looped";
    }
    if (how.equals("locks")) {
      Settings.LOCK.lock();
      return ctx.step(Ids::first);
    }
    if (how.equals("unlocks")) {
      Settings.LOCK.lock();
      Settings.LOCK.unlock();
      return "clean";
    }
    if (how.equals("trusted")) {
      return Settings.measured() ? "clean" : "";
    }
    if (how.equals("libraries")) {
      return Libraries.report(ctx.log());
    }
    return ctx.step("inline", () -> System.nanoTime() > 0 ? "clean" : "");
  }

  static boolean mended() {
    return Boolean.parseBoolean(Settings.text("mended"));
  }
}
