package dev.everstep.upgrade;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a run that waits at a place can go on.
 *
 * @param answer follows from the reasons
 * @param reasons why not, or with what; none if it just continues
 */
public record Verdict(Answer answer, List<Reason> reasons) {
  /** Copies the list. */
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /** The three answers, the best first. */
  public enum Answer {
    /** Behind the place, the run behaves as one that was begun with the new code. */
    CONTINUES,
    /**
     * It goes on with something that a run of the new code would not have; the reasons say what.
     */
    CONTINUES_WITH,
    /** It would be stuck. */
    CANNOT;

    /** Returns the answer in words. */
    public String text() {
      return switch (this) {
        case CONTINUES -> "continues";
        case CONTINUES_WITH -> "continues, with a difference";
        case CANNOT -> "can't continue";
      };
    }
  }

  /** Returns the verdict that follows from reasons. */
  public static Verdict of(List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return new Verdict(Answer.CONTINUES, List.of());
    }
    boolean stops = reasons.stream().anyMatch(reason -> reason.kind().stops());
    return new Verdict(stops ? Answer.CANNOT : Answer.CONTINUES_WITH, reasons);
  }

  /** Returns the verdict for a run to which both apply. */
  public Verdict and(Verdict other) {
    List<Reason> all = new ArrayList<>(reasons);
    other.reasons.stream().filter(reason -> !all.contains(reason)).forEach(all::add);
    return of(all);
  }
}
