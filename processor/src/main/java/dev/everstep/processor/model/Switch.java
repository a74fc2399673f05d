package dev.everstep.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a switch statement and a switch expression have in common: the choice of an arm, and the
 * arms. An arm's labels stay as the user wrote them, so that javac decides what they mean.
 *
 * @param leave behind the switch
 * @param total whether no value is left over: there is a default, or Java wants all to be covered
 */
public record Switch(Label leave, Expression selector, List<Arm> arms, boolean total, int line) {
  /** Copies the list. */
  public Switch {
    arms = List.copyOf(arms);
  }

  /**
   * A case.
   *
   * @param label from {@code case} to a guard that does not suspend, or {@code default}; bindings
   *     have the user's names
   * @param bindings of the label's patterns, which the body reads
   * @param guard asked when the label fits, if it suspends; null for none
   * @param guarded whether the case may be left over although its label fits
   * @param body empty if nothing stands between this case and the next
   * @param fallsThrough whether the next case follows where the body completes
   */
  public record Arm(
      Code label,
      List<Variable> bindings,
      @Nullable Expression guard,
      boolean guarded,
      Statement body,
      boolean fallsThrough,
      int line) {
    /** Copies the list. */
    public Arm {
      bindings = List.copyOf(bindings);
    }
  }
}
