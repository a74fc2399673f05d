package dev.everstep.engine;

import dev.everstep.RunId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes ids for runs that the caller does not name. Thread-safe. */
public final class RunIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RunIds() {}

  /**
   * Returns a new id, a version 7 UUID (RFC 9562, section 5.7): its first 48 bits are the time, so
   * ids sort by it.
   */
  public static RunId next(Instant now) {
    long high = now.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
    long low = RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new RunId(new UUID(high, low).toString());
  }
}
