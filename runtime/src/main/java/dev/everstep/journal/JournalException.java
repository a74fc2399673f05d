package dev.everstep.journal;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import org.jspecify.annotations.Nullable;

/**
 * The journal cannot be opened, read or written; the code and the message say which and what to do.
 */
public class JournalException extends EverstepException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception; {@code cause} may be null. */
  public JournalException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
