package app;

import dev.everstep.WorkflowContext;

public class Choice {
  public enum Way {
    AIR,
    SEA,
    ROAD
  }

  @SuppressWarnings("fallthrough")
  public String run(WorkflowContext ctx, Way way, String parcel) {
    int days =
        switch (way) {
          case AIR -> 1;
          case SEA -> ctx.step(Carriers::days, parcel);
          case ROAD -> {
            if (parcel.isEmpty()) yield 0;
            ctx.step(Carriers::notice, parcel);
            yield 3;
          }
        };
    switch (days) {
      case 0:
        return "nothing";
      case 1:
        ctx.step(Carriers::notice, "tomorrow"); // and the rest
      default:
        parcel += ctx.step(Carriers::days, parcel);
    }
    return parcel + days;
  }
}

class Carriers {
  static int days(String parcel) {
    return parcel.length();
  }

  static void notice(String text) {}
}
