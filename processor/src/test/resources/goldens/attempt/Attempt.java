package app;

import dev.everstep.WorkflowContext;
import java.io.IOException;
import java.io.UncheckedIOException;

public class Attempt {
  public String run(WorkflowContext ctx, String order) {
    try {
      String receipt = ctx.step(Payments::charge, order);
      // The parcel goes out only when it is paid.
      ctx.step(Payments::ship, receipt);
      return receipt;
    } catch (IOException | UncheckedIOException e) {
      ctx.step(Payments::refund, order);
      return "refunded: " + e.getMessage();
    }
  }
}

class Payments {
  static String charge(String order) throws IOException {
    return order;
  }

  static void ship(String receipt) throws IOException {}

  static void refund(String order) {}
}
