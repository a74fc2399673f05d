package app;

import java.util.UUID;

public final class Ids {
  private Ids() {}

  public static String next(String prefix) {
    return prefix + random();
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }
}
