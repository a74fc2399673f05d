package dev.everstep.guarded;

import dev.everstep.agent.EverstepAgent;

/** Puts the agent in place while it runs. */
public final class AttachedProcess {
  private AttachedProcess() {}

  /** What runs in the segment; loaded before the agent. */
  static final class Body {
    private Body() {}

    static String reads() {
      return System.nanoTime() > 0 ? "free" : "";
    }
  }

  /** Takes nothing. */
  public static void main(String[] args) throws Exception {
    System.out.println(Segments.run(AttachedProcess.class, Body::reads));
    EverstepAgent.attach("forbid");
    System.out.println(Segments.run(AttachedProcess.class, Body::reads));
  }
}
