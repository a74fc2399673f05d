package dev.everstep.guarded;

import dev.everstep.annotations.Function;
import java.util.UUID;

/** What a workflow calls. */
public final class Ids {
  private Ids() {}

  /** A step, which may do what it likes. */
  @Function
  public static String first() {
    return UUID.randomUUID() + " at " + System.nanoTime();
  }

  /** Is no step. */
  static String inHelper() {
    return UUID.randomUUID().toString();
  }
}
