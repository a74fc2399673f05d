package dev.everstep.pieces;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A stretch of bytes, equal to every other of the same content: bytes are compared, no hash is
 * trusted. Immutable as long as nobody changes the array.
 */
final class Piece {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final long hash;

  Piece(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.hash = hash(bytes, from, to);
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int length() {
    return to - from;
  }

  /** Returns a hash of the content, well mixed. */
  long hash() {
    return hash;
  }

  private static long hash(byte[] bytes, int from, int to) {
    long hash = to - from;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      hash = (hash ^ (long) LONG.get(bytes, i)) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 32;
    }
    for (; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x9e3779b97f4a7c15L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    return hash ^ hash >>> 33;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Piece that
        && hash == that.hash
        && Arrays.equals(bytes, from, to, that.bytes, that.from, that.to);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }
}
