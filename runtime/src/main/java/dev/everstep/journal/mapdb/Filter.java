package dev.everstep.journal.mapdb;

import java.nio.ByteBuffer;

/**
 * Tells of a hash that it is certainly not in a set, or may be: a Bloom filter (Burton H. Bloom,
 * Space/time trade-offs in hash coding with allowable errors, CACM 1970) of 10 bits for each member
 * and 7 probes, which is wrong for about 1 in 100 that are not in it. The probes come from two
 * halves of one hash (Kirsch and Mitzenmacher, Less hashing, same performance, 2006). Immutable.
 */
final class Filter {
  private static final int BITS_EACH = 10;
  private static final int PROBES = 7;

  private final ByteBuffer bits;
  private final int at;
  private final int words;

  /** A filter that stands in a buffer: {@code words} longs from {@code at} on. */
  Filter(ByteBuffer bits, int at, int words) {
    this.bits = bits;
    this.at = at;
    this.words = words;
  }

  /** Returns how many longs a filter for so many members takes. */
  static int words(int members) {
    return Math.max(1, (int) (((long) members * BITS_EACH + 63) / 64));
  }

  static Filter of(long[] hashes, int count) {
    int words = words(count);
    ByteBuffer bits = ByteBuffer.allocate(words * 8);
    for (int i = 0; i < count; i++) {
      for (int probe = 0; probe < PROBES; probe++) {
        long bit = bit(hashes[i], probe, words);
        int word = (int) (bit >>> 6) * 8;
        bits.putLong(word, bits.getLong(word) | 1L << (bit & 63));
      }
    }
    return new Filter(bits, 0, words);
  }

  private static long bit(long hash, int probe, int words) {
    long mixed = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    long sum = (mixed & 0xffff_ffffL) + probe * ((mixed >>> 32) | 1);
    return (sum & Long.MAX_VALUE) % (words * 64L);
  }

  boolean mayContain(long hash) {
    for (int probe = 0; probe < PROBES; probe++) {
      long bit = bit(hash, probe, words);
      if ((bits.getLong(at + (int) (bit >>> 6) * 8) & 1L << (bit & 63)) == 0) {
        return false;
      }
    }
    return true;
  }

  int words() {
    return words;
  }

  void put(ByteBuffer out) {
    out.put(bits.duplicate().limit(at + words * 8).position(at));
  }
}
