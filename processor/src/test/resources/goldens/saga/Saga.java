package app;

import dev.everstep.WorkflowContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

public class Saga {
  public String run(WorkflowContext ctx, List<String> legs) throws IOException {
    Deque<String> booked = new ArrayDeque<>();
    try {
      for (String leg : legs) {
        booked.push(ctx.step(Trips::book, leg));
      }
      return String.join(", ", booked);
    } catch (IOException e) {
      while (!booked.isEmpty()) {
        ctx.step(Trips::cancel, booked.pop());
      }
      throw e;
    }
  }
}

class Trips {
  static String book(String leg) throws IOException {
    return leg;
  }

  static void cancel(String booking) {}
}
