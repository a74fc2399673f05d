package dev.everstep.journal.embedded;

import dev.everstep.RunId;

/**
 * 64 bits that stand for a run id: FNV-1a over its characters (draft-eastlake-fnv). Stored, so it
 * never changes. Two runs may share one, however unlikely; nothing but speed and the reach of a
 * quarantine depends on it.
 */
final class RunHash {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private RunHash() {}

  static long of(RunId run) {
    String text = run.value();
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  /** Returns the hash of the run whose id is {@code length} bytes of a key. */
  static long of(byte[] key, int from, int length) {
    long hash = OFFSET;
    for (int i = from; i < from + length; i++) {
      hash = (hash ^ key[i]) * PRIME;
    }
    return hash;
  }
}
