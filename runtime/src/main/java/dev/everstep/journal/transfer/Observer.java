package dev.everstep.journal.transfer;

import dev.everstep.EverstepException;
import dev.everstep.RunId;
import org.jspecify.annotations.Nullable;

/** Is told what goes on while a whole journal is worked on; on the calling thread. */
public interface Observer {
  /** Wants to know nothing. */
  Observer NONE = new Observer() {};

  /** Is told how far the work is, after each run and each page of entries of a longer one. */
  default void progress(long runs, long entries) {}

  /**
   * Is told of a run that was left out, while the work goes on with the others.
   *
   * @param run the run; null if not even that is known
   * @param reason the whole reason
   */
  default void problem(@Nullable RunId run, EverstepException reason) {}
}
