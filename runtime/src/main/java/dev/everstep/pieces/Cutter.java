package dev.everstep.pieces;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Cuts JSON into stretches such that equal values make equal stretches wherever they stand, and a
 * change moves the cuts around it only.
 *
 * <p>Strings, arrays and objects of some length begin and end at a cut. What is long between two
 * such cuts is cut by its content: where a hash of the 64 bytes before has ten zero bits.
 */
final class Cutter {
  /** Shorter stretches are no pieces: a reference takes about 7 bytes, to know a place 100. */
  static final int PIECE_MIN = 64;

  /** Values of this length are pieces of their own; shorter ones lie in one with what is around. */
  private static final int VALUE_MIN = 256;

  /** Stretches up to this length are not cut further. */
  private static final int WHOLE_MAX = 1_024;

  private static final int CUT_MIN = 512;
  private static final int CUT_MAX = 4_096;
  private static final int WINDOW = 64;
  private static final long MASK = 0xffc0_0000_0000_0000L;

  private static final long[] GEAR = new SplittableRandom(42).longs(256).toArray();

  private int[] cuts = new int[64];
  private int count;

  private Cutter() {}

  /** Returns the ends of all stretches in ascending order; the first begins at 0. */
  static int[] cut(byte[] json) {
    Cutter values = new Cutter();
    values.findValues(json);
    values.add(json.length);
    int[] ends = values.cuts();
    Arrays.sort(ends);
    Cutter all = new Cutter();
    int from = 0;
    for (int end : ends) {
      if (end > from) {
        all.cut(json, from, end);
        from = end;
      }
    }
    return all.cuts();
  }

  // What is not JSON gives other cuts, and nothing worse.
  private void findValues(byte[] json) {
    int[] open = new int[16];
    int depth = 0;
    for (int i = 0; i < json.length; i++) {
      switch (json[i]) {
        case '"' -> {
          int end = endOfString(json, i);
          value(i, end);
          i = end - 1;
        }
        case '{', '[' -> {
          if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
          }
          open[depth++] = i;
        }
        case '}', ']' -> {
          if (depth > 0) {
            value(open[--depth], i + 1);
          }
        }
        default -> {}
      }
    }
  }

  private static int endOfString(byte[] json, int quote) {
    int i = quote + 1;
    while (i < json.length && json[i] != '"') {
      i += json[i] == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, json.length);
  }

  private void value(int from, int to) {
    if (to - from >= VALUE_MIN) {
      add(from);
      add(to);
    }
  }

  private void cut(byte[] json, int from, int to) {
    int begin = from;
    while (to - begin > WHOLE_MAX) {
      int latest = Math.min(to, begin + CUT_MAX);
      int at = begin + CUT_MIN - WINDOW;
      long hash = 0;
      while (at < begin + CUT_MIN) {
        hash = (hash << 1) + GEAR[json[at++] & 0xff];
      }
      while (at < latest && (hash & MASK) != 0) {
        hash = (hash << 1) + GEAR[json[at++] & 0xff];
      }
      add(at);
      begin = at;
    }
    if (begin < to) {
      add(to);
    }
  }

  private void add(int cut) {
    if (count == cuts.length) {
      cuts = Arrays.copyOf(cuts, count * 2);
    }
    cuts[count++] = cut;
  }

  private int[] cuts() {
    return Arrays.copyOf(cuts, count);
  }
}
