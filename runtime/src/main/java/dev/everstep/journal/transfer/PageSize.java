package dev.everstep.journal.transfer;

/**
 * How many items to ask a journal for at once: as many as took about 1 MiB the last time, so that
 * large ones do not fill the memory and small ones do not cost a call each. Large ones behind small
 * ones are asked for once in the old number, so that has a low maximum.
 */
final class PageSize {
  private static final long BYTES = 1 << 20;

  private final int max;
  private int limit = 16;

  PageSize(int max) {
    this.max = max;
  }

  int limit() {
    return limit;
  }

  /** Learns from a page. */
  void seen(int items, long bytes) {
    long fitting = bytes == 0 ? max : items * BYTES / bytes;
    limit = (int) Math.max(1, Math.min(Math.min(max, limit * 2L), fitting));
  }
}
