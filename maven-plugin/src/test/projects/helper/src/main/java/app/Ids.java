package app;

import dev.everstep.annotations.Deterministic;
import java.util.UUID;

public final class Ids {
  private Ids() {}

  public static String next(String prefix) {
    return prefix + random();
  }

  @Deterministic(reason = "the property is the same everywhere")
  public static String region() {
    return System.getProperty("region", "");
  }

  /** Counts in a static field, which is the project's own though of another module. */
  public static int count() {
    return ++count;
  }

  private static int count;

  private static String random() {
    return UUID.randomUUID().toString();
  }
}
