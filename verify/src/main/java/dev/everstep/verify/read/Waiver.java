package dev.everstep.verify.read;

import java.util.List;

/**
 * A {@code @Deterministic} of a class or method.
 *
 * @param reason as it is written; may be blank
 * @param calls the calls that are meant; all if it is empty
 */
public record Waiver(String reason, List<String> calls) {
  /** Copies the list. */
  public Waiver {
    calls = List.copyOf(calls);
  }
}
