package dev.everstep.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One record of what a run did.
 *
 * @param seq position in the run, from 0, without gaps
 * @param kind what it records
 * @param at when it was recorded, in milliseconds' precision
 * @param body a JSON object whose fields depend on the kind, or one that is stored in pieces (see
 *     {@code dev.everstep.pieces}), which other entries of the run and its head refer to
 */
public record Entry(long seq, EntryKind kind, Instant at, Payload body) {
  /** Checks the range of {@code seq} and cuts {@code at} to milliseconds, as it is stored. */
  public Entry {
    Objects.requireNonNull(kind, "kind");
    at = at.truncatedTo(ChronoUnit.MILLIS);
    Objects.requireNonNull(body, "body");
    if (seq < 0) {
      throw new IllegalArgumentException("seq=" + seq);
    }
  }
}
