package app;

import dev.everstep.WorkflowContext;

public class Narrowed {
  private static final int LIMIT = 3;

  public String run(WorkflowContext ctx, byte[] data) {
    String log = "";
    short sum = 0;
    for (int i = 0; i < LIMIT; i++) {
      data[i] += ctx.step(Noise::next, i);
      sum += data[i];
      log += sum + (ctx.step(Noise::loud, sum) ? "!" : ".");
    }
    assert ctx.step(Noise::loud, sum) : "quiet " + sum;
    return log;
  }
}

class Noise {
  static int next(int of) {
    return of;
  }

  static boolean loud(short level) {
    return true;
  }
}
