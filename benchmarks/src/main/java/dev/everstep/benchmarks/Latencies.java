package dev.everstep.benchmarks;

import java.util.Arrays;

/** Durations of one kind in nanoseconds. Confined to one thread. */
final class Latencies {
  private long[] nanos = new long[1024];
  private int count;

  void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  /**
   * Returns a quantile in microseconds.
   *
   * @param q from 0 to 1
   */
  double micros(double q) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1, Math.round(q * (count - 1)))] / 1e3;
  }

  /** Returns how many there were in a second of their total time. */
  double perSecond() {
    long total = 0;
    for (int i = 0; i < count; i++) {
      total += nanos[i];
    }
    return count * 1e9 / total;
  }

  /** Returns the median of some figures. */
  static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
