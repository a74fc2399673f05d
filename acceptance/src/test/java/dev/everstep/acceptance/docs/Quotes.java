package dev.everstep.acceptance.docs;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Deterministic;
import dev.everstep.annotations.Workflow;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What the static check finds in a workflow, and what it does not. */
@Workflow
public class Quotes {
  public String run(WorkflowContext ctx, List<String> items) {
    String number = Numbers.next();
    String region = Settings.REGION;
    String quote = ctx.step("price", () -> number + " of " + System.currentTimeMillis());
    log(quote);
    return String.format("%s: %,d items for %s", quote, items.size(), region);
  }

  @Deterministic(reason = "only shown in the log", calls = "java.lang.System#nanoTime")
  static void log(String quote) {
    System.Logger logger = System.getLogger("quotes");
    logger.log(System.Logger.Level.INFO, quote + " at " + System.nanoTime());
  }

  static final class Numbers {
    private static final Supplier<UUID> SOURCE = UUID::randomUUID;

    static String next() {
      return "Q-" + SOURCE.get();
    }
  }

  static final class Settings {
    static final String REGION = System.getenv("REGION");
  }
}
