package app;

import dev.everstep.WorkflowContext;

public class Lease {
  public int run(WorkflowContext ctx, String id) {
    record Held(String id) implements AutoCloseable {
      @Override
      public void close() {
        // It ends by itself.
      }
    }
    try (Held held = new Held(id)) {
      int pages = ctx.step(Printers::print, held.id());
      if (pages == 0) {
        return -1;
      }
      return pages;
    }
  }
}

class Printers {
  static int print(String id) {
    return 1;
  }
}
