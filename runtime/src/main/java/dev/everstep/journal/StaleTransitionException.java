package dev.everstep.journal;

import dev.everstep.ErrorCode;
import dev.everstep.RunId;

/**
 * A transition does not follow the stored head of its run: somebody else has moved the run on, or
 * it is finished. Nothing was written.
 */
public final class StaleTransitionException extends JournalException {
  private static final long serialVersionUID = 1L;

  private final long expectedSeq;

  /**
   * Creates an exception.
   *
   * @param run the run
   * @param firstSeq the transition's first seq
   * @param expectedSeq the seq that would have followed; 0 if there is no such run
   */
  public StaleTransitionException(RunId run, long firstSeq, long expectedSeq) {
    super(
        ErrorCode.ES301,
        "transition does not follow the run's head: run="
            + run
            + ", firstSeq="
            + firstSeq
            + ", expected="
            + expectedSeq
            + ". A run with this id exists, is finished or was moved on by another writer; read its"
            + " head again.",
        null);
    this.expectedSeq = expectedSeq;
  }

  /** Returns the seq that would have followed; 0 if there is no such run. */
  public long expectedSeq() {
    return expectedSeq;
  }
}
