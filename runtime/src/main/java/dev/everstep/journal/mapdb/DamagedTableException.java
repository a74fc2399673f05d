package dev.everstep.journal.mapdb;

/** A part of a table does not have the bytes that were written; the other parts can be read. */
public final class DamagedTableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedTableException(String message, Throwable cause) {
    super(message, cause);
  }

  DamagedTableException(String message) {
    super(message);
  }
}
